import type { Db } from '#db/client.server.ts'
import { searchCollectivities } from '../collectivities/collectivities.server.ts'
import { visibleSpace } from '../items/visibility.server.ts'
import { findTag, tagsByName } from '../tags/tags.server.ts'
import type { Viewer } from '../users/viewer.ts'
import type { Filters } from './facets.server.ts'
import { searchPeople, searchSpaces } from './names.server.ts'
import { FOUND_KINDS, type FoundKind } from './search.limits.ts'
import type { Field, Query } from './syntax.server.ts'
import { fold } from './text.server.ts'

// What people call the kinds, folded; the beginning of a word will do.
const KINDS: Record<FoundKind, string[]> = {
  practice: ['practice', 'pratique', 'ممارسه', 'ممارسات'],
  tool: ['tool', 'outil', 'اداه', 'ادوات'],
  challenge: ['challenge', 'defi', 'تحد', 'تحدي', 'تحديات'],
  thread: ['thread', 'discussion', 'نقاش', 'نقاشات'],
  document: ['document', 'وثيقه', 'وثايق'],
  collection: ['collection', 'selection', 'مختارات'],
  event: ['event', 'evenement', 'rencontre', 'لقاء', 'لقاءات'],
}

/**
 * The filters that a query itself names (`tag:eau`, `by:…`), and those of them that name nothing
 * this viewer could know of: what is hidden is as unknown as what is absent.
 */
export async function readNarrowed(db: Db, viewer: Viewer, { narrowed }: Query) {
  const filters: Filters = {}
  const unknown: { field: Field; value: string }[] = []
  for (const { field, value } of narrowed) {
    const found = await READERS[field](db, viewer, value)
    if (found) Object.assign(filters, found)
    else unknown.push({ field, value })
  }
  return { filters, unknown }
}

type Reader = (db: Db, viewer: Viewer, value: string) => Promise<Filters | undefined>

const READERS: Record<Field, Reader> = {
  async tag(db, _viewer, value) {
    const { ids } = await tagsByName(db, [value.replaceAll('-', ' ')])
    const tag = ids[0] ?? (await findTag(db, value, 'fr'))?.id
    return tag === undefined ? undefined : { tag }
  },
  kind(_db, _viewer, value) {
    const folded = fold(value)
    const kind = FOUND_KINDS.find((one) => KINDS[one].some((name) => name === folded || `${name}s` === folded)) // prettier-ignore
    return Promise.resolve(kind && { kind })
  },
  async region(db, _viewer, value) {
    const places = await searchCollectivities(db, value.replaceAll('-', ' '), 5)
    const region = places.find(({ kind }) => kind === 'region')
    return region && { region: region.code }
  },
  async by(db, viewer, value) {
    const handle = value.replace(/^@/, '').toLowerCase()
    const person = await db
      .selectFrom('user')
      .where('handle', '=', handle)
      .where('suspended_at', 'is', null)
      .select('id')
      .executeTakeFirst()
    const author = (person ?? (await searchPeople(db, viewer, value, 1))[0])?.id
    return author === undefined ? undefined : { author }
  },
  async space(db, viewer, value) {
    const space = await db
      .selectFrom('space')
      .where('slug', '=', value)
      .where(visibleSpace(viewer))
      .select('id')
      .executeTakeFirst()
    const id = (space ?? (await searchSpaces(db, viewer, value, 1))[0])?.id
    return id === undefined ? undefined : { space: id }
  },
  after(_db, _viewer, value) {
    const date = /^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.exec(fold(value))?.[0] // prettier-ignore
    return Promise.resolve(date ? { after: date } : undefined)
  },
}
