import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang } from '#db/schema.ts'
import { listRegions } from '../collectivities/collectivities.server.ts'
import { LANGS } from '../languages.ts'
import { STAGES } from '../practices/practices.limits.ts'
import { PRINCIPLES } from '../principles/principles.ts'
import { findTag, listTags } from '../tags/tags.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { PLACE_KINDS, SAVED_MAX, SAVED_QUERY_MAX } from './saved.limits.ts'
import { type SavedSearch, SEARCH_PARAMS, type SearchParam } from './saved.ts'
import { FOUND_KINDS, SORTS } from './search.limits.ts'
import { cleanQuery } from './search.server.ts'

/**
 * A search as it is kept: what the search page understands of an address, in one order, so that the
 * same search is the same text. Null when nothing is asked for, or more than can be kept.
 */
export function normalQuery(params: URLSearchParams) {
  const asked = askedBy(params)
  const { sort: _, ...conditions } = asked
  const query = new URLSearchParams(asked).toString()
  const kept = Object.keys(conditions).length > 0 && query.length <= SAVED_QUERY_MAX
  return kept ? query : null
}

/**
 * Keeps a search for oneself. Takes what `normalQuery` gives; gives its id, or undefined when the
 * person keeps as many as they may. One that is kept already stays as it is.
 */
export async function saveSearch(db: Db, viewer: SignedIn, query: string) {
  const known = await findSaved(db, viewer, query)
  if (known) return known
  if ((await countSaved(db, viewer)) >= SAVED_MAX) return undefined
  const id = newId()
  await db.insertInto('saved_search').values({ id, user_id: viewer.id, query }).execute()
  return id
}

/** The id under which somebody keeps this very search, if they do. */
export async function findSaved(db: Db, viewer: SignedIn, query: string) {
  const saved = await db
    .selectFrom('saved_search')
    .where('user_id', '=', viewer.id)
    .where('query', '=', query)
    .select('id')
    .executeTakeFirst()
  return saved?.id
}

/** Forgets a search of one's own; gives what it was, or undefined when there is none. */
export async function removeSearch(db: Db, viewer: SignedIn, id: string) {
  const removed = await db
    .deleteFrom('saved_search')
    .where('user_id', '=', viewer.id)
    .where('id', '=', id)
    .returning('query')
    .executeTakeFirst()
  return removed?.query
}

/** The searches that somebody keeps, the latest first, with the names of what they name. */
export async function listSaved(db: Db, viewer: SignedIn, lang: Lang): Promise<SavedSearch[]> {
  const rows = await db
    .selectFrom('saved_search')
    .where('user_id', '=', viewer.id)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .select(['id', 'query', 'created_at'])
    .execute()
  const searches = rows.map((row) => ({ ...row, asked: askedBy(new URLSearchParams(row.query)) }))
  const tags = await tagsOf(db, searches, lang)
  const regions = await listRegions(db)
  return searches.map((search) => ({
    ...search,
    tag: tags.get(search.asked.tag ?? '') ?? null,
    region: regions.find(({ code }) => code === search.asked.region) ?? null,
  }))
}

async function tagsOf(db: Db, searches: Pick<SavedSearch, 'asked'>[], lang: Lang) {
  const slugs = new Set(searches.flatMap(({ asked }) => asked.tag ?? []))
  const current = new Map(
    slugs.size ? (await listTags(db, lang)).map((tag) => [tag.slug, tag]) : [],
  )
  const tags = new Map<string, { label: string; lang: Lang }>()
  for (const slug of slugs) {
    // One that was renamed or merged since is found by its former address.
    const tag = current.get(slug) ?? (await findTag(db, slug, lang))
    if (tag) tags.set(slug, { label: tag.label, lang: tag.lang })
  }
  return tags
}

async function countSaved(db: Db, viewer: SignedIn) {
  const { count } = await db
    .selectFrom('saved_search')
    .where('user_id', '=', viewer.id)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

// The first page and the usual order are no part of what is looked for.
function askedBy(params: URLSearchParams) {
  const entries = SEARCH_PARAMS.flatMap((name) => {
    const value = cleanQuery(params.get(name))
    return value && MEANS[name](value) ? [[name, value] as const] : []
  })
  return Object.fromEntries(entries) as SavedSearch['asked']
}

const oneOf = (values: readonly string[]) => (value: string) => values.includes(value)
const like = (pattern: RegExp) => (value: string) => pattern.test(value)

// Tags and regions are looked up when they are shown: one may be renamed meanwhile.
const MEANS: Record<SearchParam, (value: string) => boolean> = {
  q: () => true,
  kind: oneOf(FOUND_KINDS),
  principle: oneOf(PRINCIPLES),
  tag: like(/^[\p{L}\p{M}\p{N}-]{1,80}$/u),
  region: like(/^\d\d$/),
  place: oneOf(PLACE_KINDS),
  stage: oneOf(STAGES),
  lang: oneOf(LANGS),
  year: like(/^(?:19|20)\d\d$/),
  files: oneOf(['1']),
  sort: oneOf(SORTS.slice(1)),
}
