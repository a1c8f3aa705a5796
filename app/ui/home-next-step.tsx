import { useTranslation } from 'react-i18next'
import { ButtonLink } from './button.tsx'
import { CardList, type ListedCard } from './card-list.tsx'
import { Link } from './link.tsx'

export type NextStep = {
  standing: 'no_seat' | 'waiting' | 'member'
  facilitator: boolean
  news: ListedCard[]
  drafts: ListedCard[]
}

/** For someone who is signed in: what waits for them, or what they can begin. */
export function HomeNextStep({ next }: { next: NextStep }) {
  const { t } = useTranslation()
  const { standing, facilitator, news, drafts } = next
  const idle = standing === 'member' && !facilitator && news.length + drafts.length === 0
  return (
    <section className="card card-shaded stack" aria-labelledby="next-step">
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
      {facilitator ? (
        <Step text={t('home.you.queue')} to="/moderation" label={t('home.you.open_queue')} />
      ) : null}
      {news.length ? (
        <div>
          <p className="home-sub">{t('home.you.news')}</p>
          <CardList cards={news} />
        </div>
      ) : null}
      {drafts.length ? (
        <div>
          <p className="home-sub">{t('home.you.drafts')}</p>
          <CardList cards={drafts} />
          <Link to="/drafts">{t('home.you.all_drafts')}</Link>
        </div>
      ) : null}
      {idle ? <Beginnings /> : null}
    </section>
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

function Beginnings() {
  const { t } = useTranslation()
  return (
    <div className="home-step">
      <p>{t('home.you.nothing')}</p>
      <p className="actions">
        <ButtonLink to="/practices/new">{t('home.you.write')}</ButtonLink>
        <ButtonLink to="/threads/new" variant="secondary">
          {t('home.you.ask')}
        </ButtonLink>
      </p>
    </div>
  )
}
