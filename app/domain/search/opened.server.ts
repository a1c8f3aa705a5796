import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { visibleSpace } from '../items/visibility.server.ts'
import { LANGS } from '../languages.ts'
import { isMember, type Viewer } from '../users/viewer.ts'
import { type Columns, readColumns } from './columns.server.ts'
import type { Index } from './plan.server.ts'
import { thesaurusAt } from './thesaurus.server.ts'

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
  const { spaces, version, ...size } = await readState(db, viewer)
  const columns = await readColumns(db, size)
  const { space } = columns.names
  const known = spaces.filter(({ id }) => space.find(id) >= 0)
  const inPublic = known.filter(({ visibility }) => visibility === 'public')
  const numbers = (some: typeof known) =>
    [null, ...some.map(({ id }) => id)].map((id) => space.number(id)).sort()
  const shut = isMember(viewer) ? [] : numbers(inPublic)
  const { lead, ...seen } = seenIn(columns, numbers(known), shut)
  return { version, columns: { ...columns, lead }, ...seen }
}

type SeenSpace = { id: string; visibility: string }

/** How large the index is, which state its names are in, and the spaces this viewer sees: one question. */
export async function readState(db: Db, viewer: Viewer) {
  const { spaces, ...state } = await db
    .selectFrom('search_size')
    .innerJoin('vocabulary', (join) => join.onTrue())
    .where('search_size.id', '=', 1)
    .select(['search_size.rows', 'vocabulary.version'])
    .select((eb) => [
      eb
        .selectFrom('search_row')
        .select((row) => row.fn.max('search_row.id').as('last'))
        .as('last'),
      eb
        .selectFrom('space')
        .where(visibleSpace(viewer))
        .select(
          sql<string>`json_group_array(json_object('id', space.id, 'visibility', space.visibility))`.as(
            'spaces',
          ),
        )
        .$asScalar()
        .as('spaces'),
    ])
    .executeTakeFirstOrThrow()
  return { ...state, last: state.last ?? 0, spaces: JSON.parse(spaces!) as SeenSpace[] }
}

type Seen = Pick<Index, 'seen' | 'total' | 'written'> & { lead: Int32Array }

// Most readers see the same spaces: what they may know of is told once for all of them.
const MOST_KEPT = 16
const kept = new WeakMap<Columns, { changes: number; bySpaces: Map<string, Seen> }>()

// Takes the spaces that are open, and those of them where the rows for members are not.
function seenIn(columns: Columns, open: number[], shut: number[]): Seen {
  const before = kept.get(columns)
  const bySpaces = before?.changes === columns.changes ? before.bySpaces : new Map<string, Seen>()
  const key = `${open.join()} ${shut.join()}`
  const seen = bySpaces.get(key) ?? { ...markSeen(columns, open), lead: leadsIn(columns, shut) }
  if (bySpaces.size < MOST_KEPT) bySpaces.set(key, seen)
  kept.set(columns, { changes: columns.changes, bySpaces })
  return seen
}

function leadsIn({ lead, forMembers, leads }: Columns, shut: number[]) {
  if (shut.length === 0) return lead
  const { space } = leads.facts
  return lead.map((one, at) =>
    one >= 0 && forMembers[at] && shut.includes(space[one]!) ? -1 : one,
  )
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
