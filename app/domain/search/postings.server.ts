import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { COLUMNS } from './row.server.ts'

/** The rows of the index that hold something, and in which columns: a bit each, the first the lowest. */
export type Postings = { rows: Int32Array; columns: Uint8Array }

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

/** All rows that the index has now. */
export async function readAll(db: Db): Promise<Int32Array> {
  const { rows } = await sql<{ ids: string | null }>`
    select group_concat(id) as ids from search_row`.execute(db)
  return numbers(rows[0]!.ids)
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

function together(lists: Int32Array[]): Postings {
  const most = lists.reduce((sum, ids) => sum + ids.length, 0)
  const [rows, columns] = [new Int32Array(most), new Uint8Array(most)]
  const heads = lists.map(() => 0)
  let count = 0
  for (;;) {
    let row = Infinity
    for (let at = 0; at < lists.length; at++) {
      const next = lists[at]![heads[at]!]
      if (next !== undefined && next < row) row = next
    }
    if (row === Infinity) break
    let bits = 0
    for (let at = 0; at < lists.length; at++) {
      if (lists[at]![heads[at]!] !== row) continue
      bits |= 1 << at
      heads[at]!++
    }
    rows[count] = row
    columns[count++] = bits
  }
  return { rows: rows.subarray(0, count), columns: columns.subarray(0, count) }
}
