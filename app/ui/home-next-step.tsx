import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Ask } from '#app/domain/adoptions/asks.server.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import type { Stage } from '#app/domain/home/stage.server.ts'
import type { TakenUp } from '#app/domain/home/taken-up.server.ts'
import { QUEUE_KINDS, type QueueKind } from '#app/domain/moderation/moderation.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { Asks } from './asks.tsx'
import { ButtonLink } from './button.tsx'
import { CardList, type ListedCard } from './card-list.tsx'
import { Figures } from './figures.tsx'
import { HomeStage } from './home-stage.tsx'
import { Alike } from './likeness.tsx'
import { Link } from './link.tsx'

export type NextStep = {
  standing: 'no_seat' | 'waiting' | 'member'
  waiting: Record<QueueKind, number> | null
  asks: Ask[]
  news: ListedCard[]
  questions: ListedCard[]
  takenUp: TakenUp[]
  stage: Stage
  drafts: ListedCard[]
}

/** For someone who is signed in: what waits for them, or what they can begin. */
export function HomeNextStep({ next }: { next: NextStep }) {
  const { t } = useTranslation()
  const { standing, waiting, asks, news, questions, takenUp, stage, drafts } = next
  const lists = [asks, news, questions, takenUp, stage?.items ?? [], drafts]
  const idle = standing === 'member' && !waiting && !lists.some(isFilled)
  return (
    <section className="card card-shaded home-next" aria-labelledby="next-step">
      <h2 id="next-step">{t('home.you.title')}</h2>
      {standing === 'no_seat' ? (
        <Step
          text={t('home.you.no_seat')}
          to="/settings/seats/new"
          label={t('home.you.ask_seat')}
        />
      ) : null}
      {standing === 'waiting' ? (
        <Step text={t('home.you.waiting')} to="/settings/seats" label={t('home.you.see_seats')} />
      ) : null}
      {waiting ? <Queue waiting={waiting} /> : null}
      <Asks asks={asks} />
      <Cards title={t('home.you.news')} cards={news} />
      <Cards
        title={t('home.you.questions')}
        cards={questions}
        more={{ to: '/threads?form=question', label: t('home.you.all_questions') }}
      />
      {stage ? <HomeStage {...stage} /> : null}
      <TakenUpByAlike takenUp={takenUp} />
      <Cards
        title={t('home.you.drafts')}
        cards={drafts}
        more={{ to: '/drafts', label: t('home.you.all_drafts') }}
      />
      {idle ? <p>{t('home.you.nothing')}</p> : null}
    </section>
  )
}

function isFilled(list: unknown[]) {
  return list.length > 0
}

type CardsProps = { title: string; cards: ListedCard[]; more?: { to: string; label: string } }

function Cards({ title, cards, more }: CardsProps) {
  if (cards.length === 0) return null
  return (
    <div className="home-part">
      <p className="home-sub">{title}</p>
      <CardList cards={cards} />
      {more ? <Link to={more.to}>{more.label}</Link> : null}
    </div>
  )
}

function TakenUpByAlike({ takenUp }: { takenUp: TakenUp[] }) {
  const { t } = useTranslation()
  const lang = useLang()
  if (takenUp.length === 0) return null
  const by = new Map(takenUp.map((one) => [one.id, one.by]))
  return (
    <div className="home-part">
      <p className="home-sub">{t('home.you.taken_up')}</p>
      <CardList cards={takenUp} after={({ id }) => <Why by={by.get(id)!} lang={lang} />} />
    </div>
  )
}

function Why({ by, lang }: { by: TakenUp['by']; lang: Lang }) {
  const { t } = useTranslation()
  return (
    <p className="meta">
      <span>
        {t('home.you.taken_by', { place: placeName(lang, by) })} <Alike {...by.likeness} />
      </span>
    </p>
  )
}

function Queue({ waiting }: { waiting: Record<QueueKind, number> }) {
  const { t } = useTranslation()
  const kinds = QUEUE_KINDS.filter((kind) => waiting[kind] > 0)
  const open = { to: '/moderation', label: t('home.you.open_queue') }
  if (kinds.length === 0) return <Step text={t('moderation.empty.title')} {...open} />
  return (
    <>
      <p>{t('home.you.queue')}</p>
      <Figures
        items={kinds.map((kind) => ({
          value: waiting[kind],
          label: t(`moderation.kinds.${kind}`),
          to: `/moderation?kind=${kind}`,
        }))}
      />
      <ButtonLink to={open.to}>{open.label}</ButtonLink>
    </>
  )
}

function Step({ text, to, label }: { text: string; to: string; label: string }) {
  return (
    <div className="home-step">
      <p>{text}</p>
      <ButtonLink to={to}>{label}</ButtonLink>
    </div>
  )
}
