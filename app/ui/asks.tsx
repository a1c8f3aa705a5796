import { useTranslation } from '#app/i18n/use-translation.ts'
import { askPath } from '#app/domain/adoptions/ask-path.ts'
import type { Ask } from '#app/domain/adoptions/asks.server.ts'
import { Link } from './link.tsx'
import { AnswerPresentation } from './presentation-answer.tsx'

/** What the seats of a person are asked, each with the way to answer. */
export function Asks({ asks }: { asks: Ask[] }) {
  const { t } = useTranslation()
  if (asks.length === 0) return null
  return (
    <div>
      <p className="home-sub">{t('asks.title')}</p>
      <ul className="list">
        {asks.map((ask) => (
          <li key={ask.id} className="home-ask">
            {ask.about === 'presented' ? <Presented ask={ask} /> : <Question ask={ask} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Question({ ask: { item_id, about, title, lang } }: { ask: Ask }) {
  const { t } = useTranslation()
  return (
    <>
      <Link to={askPath({ about, item_id })}>
        <bdi lang={lang}>{title}</bdi>
      </Link>
      <p>{t(`asks.${about}`)}</p>
    </>
  )
}

function Presented({ ask: { id, item_id, title, lang, presented, presented_lang } }: { ask: Ask }) {
  const { t } = useTranslation()
  const presentation = { id, title: presented ?? '' }
  return (
    <div className="stack">
      <div>
        <p>
          <strong>
            <bdi lang={presented_lang ?? undefined}>{presented}</bdi>
          </strong>
        </p>
        <p>
          {t('events.presented_at')}{' '}
          <Link to={askPath({ about: 'presented', item_id })}>
            <bdi lang={lang}>{title}</bdi>
          </Link>
        </p>
        <p>{t('asks.presented')}</p>
      </div>
      <AnswerPresentation event={item_id} presentation={presentation} state="waiting" />
    </div>
  )
}
