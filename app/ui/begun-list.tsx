import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Begun } from '#app/domain/drafts/begun.ts'
import { ButtonLink } from './button.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { Link } from './link.tsx'
import { Time } from './time.tsx'

/** What one has typed into forms and not sent: each leads to the form that gives it back. */
export function BegunList({ texts }: { texts: Begun[] }) {
  return (
    <ul className="list practice-drafts">
      {texts.map((text) => (
        <li key={text.key} className="stack">
          <OneText text={text} />
        </li>
      ))}
    </ul>
  )
}

function OneText({ text }: { text: Begun }) {
  const { t } = useTranslation()
  const { key, title, space_name, words, lang, savedAt, to, into } = text
  const what = t(`drafts.begun.what.${text.what}`, { title })
  return (
    <>
      <div>
        <h3>
          <Link to={to} into={into} hrefLang={into}>
            {what}
          </Link>
        </h3>
        {words ? (
          <p lang={lang} dir="auto">
            {words}
          </p>
        ) : null}
        <p className="meta">
          {space_name ? <bdi>{space_name}</bdi> : null}
          <Time value={savedAt} form="minute" />
        </p>
      </div>
      <div className="cluster">
        <ButtonLink to={to} into={into} hrefLang={into} variant="secondary" small icon="edit">
          {t('drafts.continue')}
        </ButtonLink>
        <ConfirmButton label={t('drafts.delete')} about={what} name="typed" value={key} />
      </div>
    </>
  )
}
