import type { Columns } from './columns.server.ts'
import type { Index } from './opened.server.ts'
import { type Postings, readLists } from './postings.server.ts'

/** Which of these FTS5 expressions find anything that the viewer may know of. */
export async function whichOccur(index: Index, matches: string[]) {
  const lists = await readLists(index.db, matches)
  return lists.map((list) => occurs(index, list))
}

/** The words of these that stand in anything that the viewer may know of, sorted. */
export async function occurringOf(index: Index, words: string[]) {
  const sorted = words.toSorted()
  const occurring = await whichOccur(
    index,
    sorted.map((word) => `"${word}"`),
  )
  return sorted.filter((_, at) => occurring[at])
}

/** Whether the viewer may know of any of these rows. */
export function occurs({ columns, seen }: Index, { rows }: Postings) {
  return rows.some((row) => isSeen(columns, seen, row))
}

function isSeen(columns: Columns, seen: Uint8Array, row: number) {
  return seen[columns.lead[row - columns.base] ?? -1] === 1
}
