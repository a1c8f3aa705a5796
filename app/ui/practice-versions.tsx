import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { Link } from './link.tsx'
import { TranslationCredit } from './translation-credit.tsx'

export type Asked = { lang: Lang; count: number }

type Props = {
  practice: PracticeView
  id?: string
  wishes?: Asked[]
}

/** In which language this is, by whom it was translated, and which other versions there are or are asked for. */
export function PracticeVersions({ practice, id, wishes = [] }: Props) {
  const { t } = useTranslation()
  const { lang, versions, original, translation } = practice
  return (
    <div className="stack practice-translation">
      <Written practice={practice} />
      {translation ? <TranslationCredit credit={translation} original={original} /> : null}
      {id ? (
        <div className="practice-versions">
          {versions.length > 1 ? <Others {...{ id, lang, versions, original }} /> : null}
          <Link to={`/practices/${id}/translations`}>{t('translations.link')}</Link>
        </div>
      ) : null}
      {wishes.map(({ lang: wanted, count }) => (
        <p key={wanted} className="muted">
          {t('translations.asked', { count, lang: t(`languages.${wanted}`) })}
        </p>
      ))}
    </div>
  )
}

// Said where it is not what the reader would expect.
function Written({ practice: { lang, versions, original } }: Pick<Props, 'practice'>) {
  const { t } = useTranslation()
  const reader = useLang()
  if (lang === reader) return null
  const names = { lang: t(`languages.${lang}`), reader: t(`languages.${reader}`) }
  const known = versions.includes(reader) ? 'practices.page.in_language' : undefined
  return (
    <p className="muted">
      {t(known ?? `translations.not_yet_${lang === original ? 'original' : 'version'}`, names)}
    </p>
  )
}

type OthersProps = Pick<PracticeView, 'lang' | 'versions' | 'original'> & { id: string }

function Others({ id, lang, versions, original }: OthersProps) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('practices.page.versions')}>
      <ul className="cluster">
        {versions.map((one) => (
          <li key={one}>
            <Link
              to={`/practices/${id}?version=${one}`}
              lang={one}
              hrefLang={one}
              aria-current={one === lang ? 'true' : undefined}
            >
              {LANG_NAMES[one]}
            </Link>
            {one === original ? <small> {t('practices.page.original')}</small> : null}
          </li>
        ))}
      </ul>
    </nav>
  )
}
