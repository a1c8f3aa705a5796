import type { Lang } from '#db/schema.ts'
import { createI18n } from './create.ts'
import { interfaceLang } from './locales.ts'

const chunks = import.meta.glob<{ default: Record<string, unknown> }>('/locales/*.json')

/** Loads the reader's language (and what fills its gaps) as chunks of their own. */
export async function loadI18n(lang: Lang) {
  const needed = [...new Set([lang, interfaceLang(lang)])]
  const loaded = await Promise.all(
    needed.map(async (key) => [key, (await chunks[`/locales/${key}.json`]!()).default]),
  )
  return createI18n(lang, Object.fromEntries(loaded))
}
