import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { LANGS } from '../languages.ts'
import { PRINCIPLES } from '../principles/principles.ts'
import { Dictionary } from './dictionary.ts'
import { type LeadRow, readNewRows, type ReplyRow } from './new-rows.server.ts'

/** What results are counted and narrowed by and neighbours are told by, one number a lead. */
const FACTS = [
  'kind',
  'space',
  'collectivity',
  'region',
  'place',
  'stage',
  'year',
  'files',
  'archived',
] as const
type Fact = (typeof FACTS)[number]

/** What has names, each of which stands for a number. */
const NAMED = ['kind', 'space', 'collectivity', 'region', 'place', 'stage', 'tag'] as const

/**
 * The rows of the index without their texts, in memory, as numbers in arrays: counting what a common
 * word finds on a large forum takes milliseconds here and would take a second in SQL. A row of the
 * index never changes (a change writes a new one), so this copy only ever grows at its end.
 */
export type Columns = {
  /** The id of the row at place 0, how many places there are, and rows. */
  base: number
  size: number
  rows: number
  /** Grows with each reading that found something new. */
  changes: number
  /**
   * Row → lead (-1: no such row any more, or none for this viewer), language, whether it is a reply,
   * whether it is for members; its item.
   */
  lead: Int32Array
  lang: Uint8Array
  reply: Uint8Array
  forMembers: Uint8Array
  item: string[]
  leads: {
    ids: string[]
    place: Map<string, number>
    facts: Record<Fact, Int32Array>
    at: string[]
    langs: Uint8Array
    principles: Uint32Array
    tags: number[][]
    authors: string[][]
  }
  /** What the numbers of kinds, spaces, places, stages and tags stand for. */
  names: Names
}

type Names = Record<(typeof NAMED)[number], Dictionary>

const copies = new WeakMap<Db, Columns>()

/**
 * The columns as the database has them now: what was written since the last call is added. Takes how
 * many rows the index has, and the last one's id.
 */
export async function readColumns(
  db: Db,
  { rows: left, last }: { rows: number; last: number },
): Promise<Columns> {
  const columns = copies.get(db) ?? empty(1)
  const before = columns.rows
  const isNew = last >= columns.base + columns.size
  const { leads, replies } = isNew
    ? await readNewRows(db, columns.base + columns.size)
    : { leads: [], replies: [] }
  const rows = [...leads, ...replies]
  if (isMostlyGone(columns, rows)) return readAgain(db)
  addAll(columns, leads, replies)
  if (columns.rows !== left && rows.length < FEW) removeFormer(columns, rows)
  if (columns.rows !== left) await removeGone(db, columns)
  if (rows.length > 0 || columns.rows !== before) columns.changes++
  copies.set(db, columns)
  return columns
}

/** Whether a lead is of one of these kinds. */
export function isOfKind({ leads, names }: Columns, lead: number, kinds: readonly string[]) {
  return kinds.includes(names.kind.names[leads.facts.kind[lead]!] ?? '')
}

const FEW = 100

// An edit writes the rows of its item anew: those before are gone.
function removeFormer(columns: Columns, rows: ReplyRow[]) {
  const first = new Map(rows.toReversed().map((row) => [row.item_id, row]))
  for (const { id, item_id, lead_id } of first.values()) {
    const lead = columns.leads.place.get(lead_id)
    for (let at = 0; at < id - columns.base; at++) {
      if (columns.lead[at] !== lead || columns.item[at] !== item_id) continue
      columns.lead[at] = -1
      columns.rows--
    }
  }
}

// What was hidden or deleted since; a lead without a row of its own is none any more.
async function removeGone(db: Db, columns: Columns) {
  const { lead, reply, leads } = columns
  const { rows } = await sql<{ ids: string }>`select json_group_array(id) as ids
    from search_row`.execute(db)
  const left = new Uint8Array(columns.size)
  for (const id of JSON.parse(rows[0]!.ids) as number[]) left[id - columns.base] = 1
  const own = new Uint8Array(leads.ids.length)
  columns.rows = 0
  for (let at = 0; at < columns.size; at++) {
    if (!left[at]) lead[at] = -1
    if (lead[at]! < 0) continue
    columns.rows++
    if (!reply[at]) own[lead[at]!] = 1
  }
  for (let one = 0; one < own.length; one++) if (!own[one]) leads.facts.kind[one] = 0
}

// After the index was made anew all rows before are gone: then the arrays begin at the first left.
async function readAgain(db: Db) {
  const first = await db
    .selectFrom('search_row')
    .select((eb) => eb.fn.min('id').as('id'))
    .executeTakeFirst()
  const columns = empty(first?.id ?? 1)
  const { leads, replies } = await readNewRows(db, columns.base)
  addAll(columns, leads, replies)
  copies.set(db, columns)
  return columns
}

// What a read gives of an item was written at once, and stands together: its first row begins anew.
function addAll(columns: Columns, leads: LeadRow[], replies: ReplyRow[]) {
  for (const [index, row] of leads.entries()) {
    describe(columns, add(columns, row), row, row.item_id !== leads[index - 1]?.item_id)
  }
  for (const row of replies) add(columns, row)
}

function isMostlyGone({ size }: Columns, rows: { id: number }[]) {
  return size > 1000 && rows.length > size
}

function empty(base: number): Columns {
  const facts = Object.fromEntries(FACTS.map((name) => [name, new Int32Array(ROOM)])) as never
  const numbers = { facts, langs: new Uint8Array(ROOM), principles: new Uint32Array(ROOM) }
  const names = Object.fromEntries(NAMED.map((name) => [name, new Dictionary()])) as Names
  return {
    base,
    size: 0,
    rows: 0,
    changes: 0,
    lead: new Int32Array(ROOM).fill(-1),
    lang: new Uint8Array(ROOM),
    reply: new Uint8Array(ROOM),
    forMembers: new Uint8Array(ROOM),
    item: [],
    leads: { ids: [], place: new Map(), ...numbers, at: [], tags: [], authors: [] },
    names,
  }
}

function add(columns: Columns, row: ReplyRow) {
  const at = row.id - columns.base
  makeRoom(columns, at)
  const lead = leadOf(columns, row.lead_id)
  columns.lead[at] = lead
  columns.lang[at] = LANGS.indexOf(row.lang as never)
  columns.reply[at] = row.item_id === row.lead_id ? 0 : 1
  columns.forMembers[at] = row.for_members
  columns.item[at] = row.item_id
  columns.size = Math.max(columns.size, at + 1)
  columns.rows++
  return lead
}

function leadOf({ leads }: Columns, id: string) {
  const known = leads.place.get(id)
  if (known !== undefined) return known
  const lead = leads.ids.push(id) - 1
  leads.place.set(id, lead)
  for (const name of FACTS) leads.facts[name] = withRoom(leads.facts[name], lead)
  leads.langs = withRoom(leads.langs, lead)
  leads.principles = withRoom(leads.principles, lead)
  leads.at.push('')
  leads.tags.push([])
  leads.authors.push([])
  return lead
}

function describe({ leads, names }: Columns, lead: number, row: LeadRow, isFirst: boolean) {
  const { facts } = leads
  facts.kind[lead] = names.kind.number(row.kind)
  facts.space[lead] = names.space.number(row.space_id)
  facts.collectivity[lead] = names.collectivity.number(row.collectivity_code)
  facts.region[lead] = names.region.number(row.region_code)
  facts.place[lead] = names.place.number(row.place_kind)
  facts.stage[lead] = names.stage.number(row.stage)
  facts.year[lead] = row.year ?? 0
  facts.files[lead] = row.files > 0 ? 1 : 0
  facts.archived[lead] = row.archived
  leads.at[lead] = row.published_at ?? ''
  leads.langs[lead] = (isFirst ? 0 : leads.langs[lead]!) | (1 << LANGS.indexOf(row.lang as never))
  leads.principles[lead] = bitsOf(listed(row.principles))
  leads.tags[lead] = listed(row.tags).map((tag) => names.tag.number(tag))
  leads.authors[lead] = listed(row.authors)
}

const EMPTY: string[] = []

function listed(json: string) {
  return json === '[]' ? EMPTY : (JSON.parse(json) as string[])
}

function bitsOf(principles: string[]) {
  return principles.reduce((bits, one) => bits | (1 << PRINCIPLES.indexOf(one as never)), 0)
}

function makeRoom(columns: Columns, at: number) {
  const before = columns.lead.length
  columns.lead = withRoom(columns.lead, at)
  columns.lead.fill(-1, before)
  columns.lang = withRoom(columns.lang, at)
  columns.reply = withRoom(columns.reply, at)
  columns.forMembers = withRoom(columns.forMembers, at)
}

/** How many numbers an array has room for at first; then for twice as many as it needs. */
const ROOM = 1024

// Gives the same array while it has a place `at`.
function withRoom<T extends Uint8Array | Int32Array | Uint32Array>(numbers: T, at: number): T {
  if (at < numbers.length) return numbers
  const grown = new (numbers.constructor as new (length: number) => T)(2 * (at + 1))
  grown.set(numbers)
  return grown
}
