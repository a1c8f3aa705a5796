import { useTranslation } from '#app/i18n/use-translation.ts'
import { FEEDS, feedPath } from '#app/domain/feeds/feeds.ts'
import { useLang } from '#app/i18n/use-lang.ts'

/** What is new, for those who read it elsewhere. */
export function FeedLinks() {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <div className="feed-links cluster">
      <p>{t('home.follow')}</p>
      <ul className="cluster">
        {FEEDS.map((feed) => (
          <li key={feed}>
            <a href={feedPath(feed, lang)}>{t(`feeds.names.${feed}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
