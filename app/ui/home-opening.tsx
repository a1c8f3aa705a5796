import { useTranslation } from '#app/i18n/use-translation.ts'
import { Link } from './link.tsx'
import { SearchBox } from './search-box.tsx'
import type { Topic } from './search-ways.tsx'

type Props = {
  topics: Topic[]
  /** For those who know what this is. */
  brief: boolean
}

/** What this is, in one sentence, and the question that most come with. */
export function HomeOpening({ topics, brief }: Props) {
  const { t } = useTranslation()
  if (brief) {
    return (
      <section className="home-opening home-opening-brief">
        <h1>{t('home.title')}</h1>
        <SearchBox large />
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
