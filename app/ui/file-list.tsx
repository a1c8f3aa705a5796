import { useTranslation } from '#app/i18n/use-translation.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { type Lang } from '#db/schema.ts'
import { Icon } from './icon.tsx'
import { formatNumber, sizeInWords } from './numbers.ts'

export type ListedFile = {
  href: string
  title: string
  lang?: Lang
  /** The kind as people call it, such as PDF. */
  type: string
  bytes: number
}

/** Documents to take away: what each is, in which language and how heavy, before it is opened. */
export function FileList({ files }: { files: ListedFile[] }) {
  const { t } = useTranslation()
  const reader = useLang()
  return (
    <ul className="file-list">
      {files.map(({ href, title, lang, type, bytes }) => {
        const { amount, unit } = sizeInWords(bytes)
        return (
          <li key={href}>
            <Icon name="attach" />
            <div>
              <a href={href} lang={lang} hrefLang={lang}>
                <bdi>{title}</bdi>
              </a>
              <p className="meta">
                <span>{type}</span>
                <span>{t(`ui.sizes.${unit}`, { amount: formatNumber(amount, reader) })}</span>
                {lang ? <span lang={lang}>{LANG_NAMES[lang]}</span> : null}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
