import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { visibleSpace } from '../items/visibility.server.ts'
import { LANGS } from '../languages.ts'
import { isMember, type Viewer } from '../users/viewer.ts'
import { type Columns, readColumns } from './columns.server.ts'
import { type Thesaurus, thesaurusAt } from './thesaurus.server.ts'

/**
 * What a search looks into: the index, which leads of it this viewer may know of, how many, and how many
 * in each language; and the names that things have.
 */
export type Index = {
  db: Db
  columns: Columns
  seen: Uint8Array
  total: number
  written: number[]
  thesaurus: Thesaurus
}

/**
 * The index as this viewer may know it. It holds only what is open to all who may read its space, so
 * the door to spaces is the whole of the matter; but for rows for members, which whoever is none knows
 * of in the spaces that are not public (as `readsForMembers` has it, but for what one wrote oneself).
 */
export async function openIndex(db: Db, viewer: Viewer): Promise<Index> {
  const { version, ...known } = await openColumns(db, viewer)
  return { db, ...known, thesaurus: await thesaurusAt(db, version) }
}

/** Of the index what is known without any words: what there is, and what of it this viewer may know of. */
export async function openColumns(db: Db, viewer: Viewer) {
  const state = await readState(db, viewer)
  const doors = await doorsAt(db, viewer, state.doors)
  const columns = await readColumns(db, state)
  const spaces = openSpaces(columns, doors, isMember(viewer))
  const numbers = numbersOf(columns, JSON.parse(state.own) as string[])
  const { lead, ...seen } = seenIn(columns, spaces, numbers)
  return { version: state.version, columns: { ...columns, lead }, ...seen }
}

/**
 * How large the index is, which state its names and the doors of spaces are in, and the spaces that this
 * viewer sees for being in them: one question, which grows with nobody else's spaces.
 */
export async function readState(db: Db, viewer: Viewer) {
  const own = db
    .selectFrom('space_member as joined')
    .innerJoin('space', 'space.id', 'joined.space_id')
    .where('joined.user_id', '=', viewer?.id ?? '')
    .where(visibleSpace(viewer))
    .where((eb) => eb.not(visibleSpace(outside(viewer))))
    .select(sql<string>`json_group_array(space.id)`.as('own'))
  const { last, ...state } = await db
    .selectFrom('search_size')
    .innerJoin('vocabulary', 'vocabulary.id', 'search_size.id')
    .innerJoin('space_doors', 'space_doors.id', 'search_size.id')
    .where('search_size.id', '=', 1)
    .select(['search_size.rows', 'vocabulary.version', 'space_doors.version as doors'])
    .select((eb) => [
      eb
        .selectFrom('search_row')
        .select((row) => row.fn.max('search_row.id').as('last'))
        .as('last'),
      own.$asScalar().$notNull().as('own'),
    ])
    .executeTakeFirstOrThrow()
  return { ...state, last: last ?? 0 }
}

// Somebody of the same standing who is in no space.
function outside(viewer: Viewer): Viewer {
  return viewer && { ...viewer, id: '' }
}

/** The numbers of the spaces that are open to all of a standing, and of those where rows for members are not. */
type Spaces = { open: number[]; shut: number[] }

type Doors = { version: number; ids: Map<boolean, string[]> }
type Numbered = { changes: number; doors: Doors; spaces: Map<boolean, Spaces> }

const doorsKept = new WeakMap<Db, Doors>()
const numbersKept = new WeakMap<Columns['leads'], Numbered>()

function openSpaces(columns: Columns, doors: Doors, standing: boolean) {
  const { changes, leads } = columns
  const before = numbersKept.get(leads)
  const isRight = before?.changes === changes && before.doors === doors
  const spaces = isRight ? before.spaces : new Map<boolean, Spaces>()
  numbersKept.set(leads, { changes, doors, spaces })
  const found = spaces.get(standing)
  if (found) return found
  const open = [NOWHERE, ...numbersOf(columns, doors.ids.get(standing)!)]
  const made = { open, shut: standing ? [] : open }
  spaces.set(standing, made)
  return made
}

// The spaces that are open to all of the viewer's standing, among those of others.
async function doorsAt(db: Db, viewer: Viewer, version: number) {
  const before = doorsKept.get(db)
  const doors =
    before?.version === version ? before : { version, ids: new Map<boolean, string[]>() }
  doorsKept.set(db, doors)
  if (doors.ids.has(isMember(viewer))) return doors
  const spaces = await db
    .selectFrom('space')
    .where(visibleSpace(outside(viewer)))
    .select('id')
    .execute()
  const ids = spaces.map(({ id }) => id)
  doors.ids.set(isMember(viewer), ids)
  return doors
}

// Of the spaces that something in the index stands in.
function numbersOf({ names }: Columns, ids: string[]) {
  return ids.map((id) => names.space.find(id)).filter((number) => number >= 0)
}

// What stands in no space.
const NOWHERE = 0

type Seen = Pick<Index, 'seen' | 'total' | 'written'> & { lead: Int32Array }

// Most readers see the same spaces: what they may know of is told once for all of them.
const MOST_KEPT = 64
const kept = new WeakMap<Spaces, Map<string, Seen>>()

// Takes the spaces that are open to all, and the viewer's own beside them.
function seenIn(columns: Columns, spaces: Spaces, own: number[]): Seen {
  const byOwn = kept.get(spaces) ?? new Map<string, Seen>()
  kept.set(spaces, byOwn)
  const key = own.sort((a, b) => a - b).join()
  const { open, shut } = spaces
  const seen = byOwn.get(key) ?? {
    ...markSeen(columns, [...open, ...own]),
    lead: leadsIn(columns, shut),
  }
  // The one used longest ago stands first, and goes first.
  byOwn.delete(key)
  if (byOwn.size >= MOST_KEPT) byOwn.delete(byOwn.keys().next().value!)
  byOwn.set(key, seen)
  return seen
}

function leadsIn({ lead, forMembers, leads }: Columns, shut: number[]) {
  if (shut.length === 0 || !forMembers.includes(1)) return lead
  const isShut = new Set(shut)
  const { space } = leads.facts
  return lead.map((one, at) => (one >= 0 && forMembers[at] && isShut.has(space[one]!) ? -1 : one))
}

function markSeen({ leads, names }: Columns, open: number[]): Omit<Seen, 'lead'> {
  const isOpen = new Uint8Array(names.space.names.length)
  for (const space of open) isOpen[space] = 1
  const { kind, space } = leads.facts
  const seen = new Uint8Array(leads.ids.length)
  let total = 0
  const written = LANGS.map(() => 0)
  for (let lead = 0; lead < seen.length; lead++) {
    if (kind[lead] === 0 || !isOpen[space[lead]!]) continue
    seen[lead] = 1
    total++
    for (const lang of LANGS.keys()) written[lang]! += (leads.langs[lead]! >> lang) & 1
  }
  return { seen, total, written }
}
