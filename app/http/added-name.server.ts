import { LABEL_MAX } from '#app/domain/labels/labels.limits.ts'
import { isLang } from '#app/domain/languages.ts'
import { cleanQuery } from '#app/domain/search/search.server.ts'
import type { Lang } from '#db/schema.ts'

export type AddedName = { add: string; lang: Lang }

/** The words that are to become a name of something, from an address (`?add=…&in=fr`); else null. */
export function readAddedName(request: Request): AddedName | null {
  const { searchParams } = new URL(request.url)
  const add = cleanQuery(searchParams.get('add')?.slice(0, LABEL_MAX) ?? null)
  const lang = searchParams.get('in')
  return add && isLang(lang) ? { add, lang } : null
}

/** The fields of a form of labels, with that name among the others of its language. */
export function withAddedName(fields: Record<string, string>, added: AddedName | null) {
  if (!added) return fields
  const name = `others_${added.lang}`
  const lines = (fields[name] ?? '').split('\n').filter(Boolean)
  return { ...fields, [name]: [...new Set([...lines, added.add])].join('\n') }
}
