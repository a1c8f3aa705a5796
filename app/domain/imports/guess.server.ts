import { foldName } from '../reference/territories.server.ts'
import type { ImportWords, Target } from './fields.ts'

/**
 * What the columns of a table, or the parts of a sheet, most likely are: told by their names, in
 * whichever language they are. What nothing tells is kept (`rest`), so that nothing is lost.
 */
export function guessMapping(columns: string[], words: ImportWords): Target[] {
  return columns.map((name) => targetOf(name, words) ?? 'rest')
}

/** What one name means: by all of it, or by the words that it begins with. */
export function targetOf(name: string, { headers }: ImportWords): Target | undefined {
  const whole = foldHeader(name)
  const parts = whole.split(' ')
  for (let length = parts.length; length > 0; length--) {
    const target = headers.get(parts.slice(0, length).join(' '))
    // "No" and its like count alone: "no budget" says something else.
    if (target && (length === parts.length || target !== 'skip')) return target
  }
  return undefined
}

/** Whether a name is one of our words as a whole. */
export function isWord(name: string, { headers }: ImportWords) {
  return headers.has(foldHeader(name))
}

/** A name of a column as it is looked up: without its number, and what stands in parentheses. */
export function foldHeader(name: string) {
  const bare = name.replace(/\([^)]*\)/g, ' ').replace(/^\s*(?:[\divx]{1,4}\s*[.)\-–:]|[•*▪-])\s*/i, '') // prettier-ignore
  return foldName(bare || name)
}
