import { useTranslation } from '#app/i18n/use-translation.ts'
import { askPath } from '#app/domain/adoptions/ask-path.ts'
import type { Ask } from '#app/domain/adoptions/asks.server.ts'
import { Link } from './link.tsx'

/** What the seats of a person are asked: a line each, with the way to answer. */
export function Asks({ asks }: { asks: Ask[] }) {
  const { t } = useTranslation()
  if (asks.length === 0) return null
  return (
    <div>
      <p className="home-sub">{t('asks.title')}</p>
      <ul className="list">
        {asks.map(({ id, item_id, about, title, lang }) => (
          <li key={id} className="home-ask">
            <Link to={askPath({ about, item_id })}>
              <bdi lang={lang}>{title}</bdi>
            </Link>
            <p>{t(`asks.${about}`)}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
