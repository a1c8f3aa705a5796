import type { TFunction } from 'i18next'
import type { Lang } from '#db/schema.ts'
import { createI18n } from './create.ts'
import { interfaceLang } from './locales.ts'
import { type Part, partOf } from './parts.ts'
import type { PageWords } from './use-translation.ts'

type Words = Record<string, unknown>
type Files = Record<string, () => Promise<Words>>

// vite.config.ts leaves in each what is of its part.
const files: Record<Part, Files> = {
  base: import.meta.glob<Words>('/locales/*.json', {
    query: '?part=base',
    import: 'default',
  }),
  library: import.meta.glob<Words>('/locales/*.json', {
    query: '?part=library',
    import: 'default',
  }),
  office: import.meta.glob<Words>('/locales/*.json', {
    query: '?part=office',
    import: 'default',
  }),
}

/**
 * Loads parts of the reader's language (and of what fills its gaps). Whoever asks, while React draws,
 * for a word of another part suspends until that is there.
 */
export async function loadI18n(lang: Lang, first: Part[]): Promise<PageWords> {
  const { t, add } = createI18n(lang, {})
  const loading = new Map<Part, Promise<unknown>>()
  const loaded = new Set<Part>()
  await Promise.all(first.map(fetchPart))

  return {
    lang,
    t: ((key: string | string[], ...more: []) => {
      const part = partOf([key].flat()[0]!.split('.', 1)[0]!)
      // What React takes for "not yet"; where it can't be had, the page is asked for anew, as Remix does
      // when the code of a page can't be had.
      if (!loaded.has(part)) throw load(part)
      return t(key as string, ...more)
    }) as TFunction,
  }

  function load(part: Part) {
    const known = loading.get(part) ?? fetchPart(part).catch(reload)
    loading.set(part, known)
    return known
  }

  async function fetchPart(part: Part) {
    const langs = [...new Set([lang, interfaceLang(lang)])]
    const words = langs.map((key) => files[part][`/locales/${key}.json`]!())
    for (const [at, some] of (await Promise.all(words)).entries()) add(langs[at]!, some)
    loaded.add(part)
  }
}

function reload() {
  window.location.reload()
  return new Promise(() => {})
}
