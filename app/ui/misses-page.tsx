import { useTranslation } from '#app/i18n/use-translation.ts'
import { DAYS_KEPT } from '#app/domain/personal-data/retention.ts'
import { MISS_SPANS, MISSES_SHOWN } from '#app/domain/search/misses.limits.ts'
import type { Lang } from '#db/schema.ts'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Tabs } from './tabs.tsx'
import { Time } from './time.tsx'

type Miss = { words: string; lang: Lang; count: number; last: string }
type Props = { days: number; misses: Miss[] }

/** What people looked for and did not find, what was wanted most first, and what can be done. */
export function MissesPage({ days, misses }: Props) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <PageTitle
        title={t('misses.title')}
        lead={t('misses.lead', { days: DAYS_KEPT.search_miss })}
        breadcrumbs={[{ to: '/moderation', label: t('moderation.title') }]}
      />
      <Tabs
        label={t('misses.spans')}
        items={MISS_SPANS.map((span) => ({
          to: `/moderation/misses?days=${span}`,
          label: t('misses.span', { count: span }),
          current: span === days,
        }))}
      />
      {misses.length ? (
        <ol className="list misses">
          {misses.map((miss) => (
            <li key={`${miss.lang} ${miss.words}`}>
              <OneMiss {...miss} />
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState title={t('misses.none')} text={t('misses.none_text')} />
      )}
      {misses.length === MISSES_SHOWN ? <p className="muted">{t('misses.more')}</p> : null}
    </div>
  )
}

function OneMiss({ words, lang, count, last }: Miss) {
  const { t } = useTranslation()
  const name = new URLSearchParams({ add: words, in: lang })
  return (
    <>
      <h2>
        <Link to={`/search?${new URLSearchParams({ q: words })}`}>
          <bdi>{words}</bdi>
        </Link>
      </h2>
      <p className="meta">
        <span>{t('misses.times', { count })}</span>
        <span>{t('misses.asked_in', { lang: t(`languages.${lang}`) })}</span>
        <span>
          {t('misses.last')} <Time value={last} />
        </span>
      </p>
      <div className="cluster">
        <ButtonLink to={`/moderation/thesaurus?${name}`} variant="secondary" small>
          {t('misses.add')}
          <span className="visually-hidden"> {words}</span>
        </ButtonLink>
        <ButtonLink
          to={`/challenges/new?${new URLSearchParams({ title: words })}`}
          variant="secondary"
          small
        >
          {t('misses.challenge')}
          <span className="visually-hidden"> {words}</span>
        </ButtonLink>
      </div>
    </>
  )
}
