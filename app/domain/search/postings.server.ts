import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Columns } from './columns.server.ts'
import { createShelf } from '../shelf.ts'
import { ROOM } from './row.server.ts'

/** The rows of the index that hold something, and in which columns: a bit each, the first the lowest. */
export type Postings = { rows: Int32Array; columns: Uint8Array }

// SQLite joins at most 500 selects into one.
const MOST_TOGETHER = 500

// Common words are asked for often, and what things are called with each page of one of them.
const KEPT_BYTES = 16_000_000
const BYTES = { list: 200, row: 5 }

type Kept = Postings & { end: number }
type Shelf = ReturnType<typeof createShelf<Kept>>

const copies = new WeakMap<Db, Shelf>()

/** All columns, a bit each. */
const EVERYWHERE = 0xff

/**
 * The rows that hold what each of these FTS5 expressions asks for, in the order of their ids: of those
 * that the columns know, and of some that are gone since. In one statement, but for what is kept.
 * `where` takes a bit for each column in which it is to stand.
 */
export async function readPostings(
  db: Db,
  { base, size }: Columns,
  matches: string[],
  where = EVERYWHERE,
): Promise<Postings[]> {
  const kept = copies.get(db) ?? createShelf<Kept>(KEPT_BYTES)
  copies.set(db, kept)
  const end = base + size
  const names = matches.map((match) => `${where} ${match}`)
  const known = names.map((name) => kept.get(name))
  const isRead = known.map((before) => before !== undefined && before.end >= end)
  const asked = matches.flatMap((match, at) => {
    return isRead[at] ? [] : [{ match, from: known[at]?.end ?? 0, end }]
  })
  const lists = await readRanges(db, asked)
  return names.map((name, at) => {
    const before = known[at]
    if (before && isRead[at]) return before
    const read = lists.shift()!
    const there = where === EVERYWHERE ? read : onlyIn(where, read)
    const now = { ...(before ? joined(before, there) : there), end }
    kept.set(name, now, bytesOf(now))
    return now
  })
}

/** Those that hold it in any of some columns; takes a bit for each. */
export function onlyIn(where: number, { rows, columns }: Postings): Postings {
  const there = { rows: new Int32Array(rows.length), columns: new Uint8Array(rows.length) }
  let count = 0
  for (let at = 0; at < rows.length; at++) {
    if ((columns[at]! & where) === 0) continue
    there.rows[count] = rows[at]!
    there.columns[count++] = columns[at]!
  }
  return { rows: there.rows.slice(0, count), columns: there.columns.slice(0, count) }
}

function bytesOf({ rows }: Postings) {
  return BYTES.list + BYTES.row * rows.length
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

/** All rows that hold what each of these FTS5 expressions asks for. */
export function readLists(db: Db, matches: string[]): Promise<Postings[]> {
  return readRanges(
    db,
    matches.map((match) => ({ match, from: 0, end: MOST_ROWS })),
  )
}

const MOST_ROWS = 2 ** 31 - 1

type Range = { match: string; from: number; end: number }

async function readRanges(db: Db, ranges: Range[]): Promise<Postings[]> {
  if (ranges.length === 0) return []
  const together = ranges.slice(0, MOST_TOGETHER)
  const asked = together.map(
    ({ match, from }) => sql`select json_group_array(rowid) as ids from search_text
      where search_text match ${match} ${from > 0 ? sql`and rowid >= ${from * ROOM}` : sql``}`,
  )
  const { rows } = await sql<{ ids: string }>`${sql.join(asked, sql` union all `)}`.execute(db)
  const lists = rows.map(({ ids }, at) => postingsOf(ids, together[at]!.end))
  return [...lists, ...(await readRanges(db, ranges.slice(MOST_TOGETHER)))]
}

// One string and a loop: a row object for each of fifty thousand ids takes twenty times as long. Takes
// the numbers of texts in their order, as JSON, and the row to end before: SQLite would ask that of each.
function postingsOf(list: string, end: number): Postings {
  const most = list.length / 2
  const [rows, columns] = [new Int32Array(most), new Uint8Array(most)]
  let [last, value] = [-1, 0]
  // Behind each number stands a comma or the bracket that ends them.
  for (let at = 1; at < list.length && list.length > NONE.length; at++) {
    const digit = list.charCodeAt(at) - ZERO
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit
      continue
    }
    const row = Math.floor(value / ROOM)
    if (row >= end) break
    if (last < 0 || rows[last] !== row) rows[++last] = row
    columns[last]! |= 1 << (value % ROOM)
    value = 0
  }
  return { rows: rows.slice(0, last + 1), columns: columns.slice(0, last + 1) }
}

const NONE = '[]'
const ZERO = 48
