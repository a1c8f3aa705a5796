import { dirOf, isLang } from '#app/i18n/locales.ts'

type Props = { html: string; lang?: string; dir?: 'rtl' | 'ltr' | 'auto' }

/** Text people wrote, already made into safe HTML by the one place that may. */
export function Prose({ html, lang, dir = isLang(lang) ? dirOf(lang) : 'auto' }: Props) {
  return <div className="prose" lang={lang} dir={dir} dangerouslySetInnerHTML={{ __html: html }} />
}
