import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { COLUMNS } from './row.server.ts'

// Where a word stands says how much it tells.
const WEIGHTS = { title: 5, tags: 3, place: 2, summary: 2, body: 1 }

// How strongly a row has a word, by the columns that hold it (a bit each): each further column adds
// less. FTS5's own bm25 is not used: it weighs words by rows that the viewer may not see too.
const STRENGTHS = Array.from({ length: 1 << COLUMNS.length }, (_, bits) => {
  const weight = COLUMNS.reduce((sum, name, at) => sum + ((bits >> at) & 1) * WEIGHTS[name], 0)
  return weight / (weight + 2)
})

/** The rows of the index that hold something, and how strongly: above 0, below 1. */
export type Postings = { rows: Int32Array; strengths: Float32Array }

// SQLite joins at most 500 selects into one.
const MOST_TOGETHER = 500

/**
 * The rows that hold what each of these FTS5 expressions asks for, in the order of their ids; all in
 * one statement.
 */
export async function readPostings(db: Db, matches: string[]): Promise<Postings[]> {
  const width = COLUMNS.length
  const lists = await readLists(
    db,
    matches.flatMap((match) => COLUMNS.map((name) => `{${name}} : (${match})`)),
  )
  return matches.map((_, at) => together(lists.slice(at * width, (at + 1) * width)))
}

/** The rows in which each of these FTS5 expressions holds, in whatever columns. */
export async function readLists(db: Db, matches: string[]): Promise<Int32Array[]> {
  if (matches.length === 0) return []
  const asked = matches
    .slice(0, MOST_TOGETHER)
    .map(
      (match) =>
        sql`select group_concat(rowid) as ids from search_text where search_text match ${match}`,
    )
  const { rows } = await sql<{ ids: string | null }>`${sql.join(asked, sql` union all `)}`.execute(
    db,
  )
  const lists = rows.map(({ ids }) => numbers(ids))
  return [...lists, ...(await readLists(db, matches.slice(MOST_TOGETHER)))]
}

// One string and a loop: a row object for each of fifty thousand ids takes twenty times as long.
function numbers(list: string | null) {
  const found = new Int32Array(list ? list.length / 2 + 1 : 0)
  let [count, value] = [0, 0]
  for (let at = 0; list && at < list.length; at++) {
    const code = list.charCodeAt(at)
    if (code === 44) {
      found[count++] = value
      value = 0
    } else value = value * 10 + code - 48
  }
  if (list) found[count++] = value
  return found.subarray(0, count)
}

function together(columns: Int32Array[]): Postings {
  const most = columns.reduce((sum, ids) => sum + ids.length, 0)
  const [rows, strengths] = [new Int32Array(most), new Float32Array(most)]
  const heads = columns.map(() => 0)
  let count = 0
  for (;;) {
    let row = Infinity
    for (let at = 0; at < columns.length; at++) {
      const next = columns[at]![heads[at]!]
      if (next !== undefined && next < row) row = next
    }
    if (row === Infinity) break
    let bits = 0
    for (let at = 0; at < columns.length; at++) {
      if (columns[at]![heads[at]!] !== row) continue
      bits |= 1 << at
      heads[at]!++
    }
    rows[count] = row
    strengths[count++] = STRENGTHS[bits]!
  }
  return { rows: rows.subarray(0, count), strengths: strengths.subarray(0, count) }
}
