import type { Lang } from '#db/schema.ts'
import { FALLBACKS, LANGS } from '../languages.ts'

export type Titled = { lang: Lang; title: string | null }

/** An item's title for the readers of each language: what stands at the end of its address there. */
export function titlesFor(versions: Titled[]) {
  const titles = LANGS.map((lang) => {
    const best = FALLBACKS[lang].find((one) => versions.some((version) => version.lang === one))
    return [lang, versions.find((version) => version.lang === best)?.title ?? '']
  })
  return Object.fromEntries(titles) as Record<Lang, string>
}
