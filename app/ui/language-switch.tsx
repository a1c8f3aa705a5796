import { useTranslation } from '#app/i18n/use-translation.ts'
import { dirOf, LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { type Lang } from '#db/schema.ts'

export type LanguageHrefs = Record<Lang, string>

type Props = { current: Lang; hrefs: LanguageHrefs }

/** Each language under its own name; a whole page load, since direction and strings change. */
export function LanguageSwitch({ current, hrefs }: Props) {
  const { t } = useTranslation()
  return (
    <nav className="languages" aria-label={t('ui.languages')}>
      {LANGS.map((code) => (
        <a
          key={code}
          href={hrefs[code]}
          lang={code}
          hrefLang={code}
          dir={dirOf(code)}
          aria-current={code === current ? 'true' : undefined}
        >
          {LANG_NAMES[code]}
        </a>
      ))}
    </nav>
  )
}
