import { useTranslation } from '#app/i18n/use-translation.ts'
import { ButtonLink } from './button.tsx'
import { Link } from './link.tsx'
import { SearchBox } from './search-box.tsx'
import type { Topic } from './search-ways.tsx'

type Props = {
  topics: Topic[]
  /** For those who know what this is: what they can begin. */
  may: { write: boolean } | null
}

/** What this is, in one sentence, and the question that most come with. */
export function HomeOpening({ topics, may }: Props) {
  const { t } = useTranslation()
  if (may) {
    return (
      <section className="home-opening home-opening-brief">
        <h1>{t('home.title')}</h1>
        <SearchBox large />
        <p className="actions">
          <ButtonLink to="/threads/new" variant="secondary" small icon="talk">
            {t('home.you.ask')}
          </ButtonLink>
          {may.write ? (
            <ButtonLink to="/practices/new" variant="secondary" small icon="edit">
              {t('home.you.write')}
            </ButtonLink>
          ) : null}
        </p>
      </section>
    )
  }
  return (
    <section className="home-opening">
      <h1>{t('home.title')}</h1>
      <p className="home-lead">{t('home.lead')}</p>
      <div className="stack home-search">
        <h2>{t('home.search')}</h2>
        <SearchBox large />
        {topics.length ? (
          <div className="home-topics">
            <p>{t('home.topics')}</p>
            <ul className="cluster">
              {topics.map(({ slug, label, lang }) => (
                <li key={slug}>
                  <Link to={`/search?q=${encodeURIComponent(label)}`}>
                    <bdi lang={lang}>{label}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </section>
  )
}
