import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Columns } from './columns.server.ts'
import { COLUMNS } from './row.server.ts'

/** The rows of the index that hold something, and in which columns: a bit each, the first the lowest. */
export type Postings = { rows: Int32Array; columns: Uint8Array }

// SQLite joins at most 500 selects into one.
const MOST_TOGETHER = 500

// What finds so many rows is kept: common words are asked for often, and take longest to read.
const MANY = 1_000
const MOST_KEPT = 64

type Kept = Postings & { end: number }

const copies = new WeakMap<Db, Map<string, Kept>>()

/**
 * The rows that hold what each of these FTS5 expressions asks for, in the order of their ids: of those
 * that the columns know, and of some that are gone since. In one statement, but for what is kept.
 */
export async function readPostings(
  db: Db,
  { base, size }: Columns,
  matches: string[],
): Promise<Postings[]> {
  const kept = copies.get(db) ?? new Map<string, Kept>()
  copies.set(db, kept)
  const end = base + size
  const known = matches.map((match) => kept.get(match))
  const asked = matches.flatMap((match, at) => {
    const range = { from: known[at]?.end ?? 0, end }
    if (range.from >= end) return []
    return COLUMNS.map((name) => ({ match: `{${name}} : (${match})`, ...range }))
  })
  const lists = await readRanges(db, asked)
  return matches.map((match, at) => {
    const before = known[at]
    if (before && before.end >= end) return before
    const read = together(lists.splice(0, COLUMNS.length))
    return keep(kept, match, { ...(before ? joined(before, read) : read), end })
  })
}

// The least used goes first.
function keep(kept: Map<string, Kept>, match: string, postings: Kept) {
  kept.delete(match)
  if (postings.rows.length >= MANY) kept.set(match, postings)
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return postings
}

function joined(first: Postings, then: Postings): Postings {
  const count = first.rows.length + then.rows.length
  const [rows, columns] = [new Int32Array(count), new Uint8Array(count)]
  rows.set(first.rows)
  columns.set(first.columns)
  rows.set(then.rows, first.rows.length)
  columns.set(then.columns, first.rows.length)
  return { rows, columns }
}

/** The rows in which each of these FTS5 expressions holds, in whatever columns. */
export function readLists(db: Db, matches: string[]): Promise<Int32Array[]> {
  return readRanges(
    db,
    matches.map((match) => ({ match, from: 0, end: Number.MAX_SAFE_INTEGER })),
  )
}

type Range = { match: string; from: number; end: number }

async function readRanges(db: Db, ranges: Range[]): Promise<Int32Array[]> {
  if (ranges.length === 0) return []
  const asked = ranges.slice(0, MOST_TOGETHER).map(
    ({ match, from, end }) => sql`select group_concat(rowid) as ids from search_text
      where search_text match ${match} and rowid >= ${from} and rowid < ${end}`,
  )
  const { rows } = await sql<{ ids: string | null }>`${sql.join(asked, sql` union all `)}`.execute(
    db,
  )
  const lists = rows.map(({ ids }) => numbers(ids))
  return [...lists, ...(await readRanges(db, ranges.slice(MOST_TOGETHER)))]
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
