import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { FALLBACKS } from '../languages.ts'
import { readable } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { matchTerms } from './match.server.ts'
import { type Found, showHits } from './results.server.ts'
import { type FoundKind, PAGES_MAX, QUERY_MAX, RESULTS_PER_PAGE } from './search.limits.ts'

export type Filters = { kind?: FoundKind; principle?: string; tagId?: string; region?: string }

export type Search = Filters & { q: string; page?: number }

export type Results = {
  found: Found[]
  total: number
  page: number
  more: boolean
  /** Nothing had these very words: what is given has words that begin like the last one. */
  byBeginning: boolean
}

/** A row of the index that the query found, and the item that it leads to. */
export type Hit = { lead_id: string; item_id: string; lang: Lang; total: number }

const KINDS = ['practice', 'tool', 'challenge', 'thread', 'post', 'document']

// Where a word stands says how much it tells; what is in none of these is in the body. FTS5's own
// bm25 is not used: it weighs words by how many rows hold them, rows the viewer may not see too.
const WEIGHTS = [
  ['title', 8],
  ['tags', 4],
  ['summary', 2],
] as const

/**
 * What the viewer may read that has all the words of the query, in any language version, each item
 * once, a reply as its thread. Best place of the words first, then newest. Any input will do.
 */
export async function searchItems(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  search: Search,
): Promise<Results> {
  const page = Math.min(Math.max(search.page ?? 1, 1), PAGES_MAX)
  const list = (of: number, prefix: boolean) =>
    listHits(db, viewer, lang, { ...search, page: of, prefix })
  const exact = await list(page, false)
  const byBeginning = exact.length === 0 && (page === 1 || (await list(1, false)).length === 0)
  const hits = byBeginning ? await list(page, true) : exact
  return {
    found: await showHits(db, viewer, lang, search.q, hits.slice(0, RESULTS_PER_PAGE)),
    total: hits[0]?.total ?? 0,
    page,
    more: hits.length > RESULTS_PER_PAGE && page < PAGES_MAX,
    byBeginning: byBeginning && hits.length > 0,
  }
}

/** What was typed, as it is searched for and shown again: one line, without what only misleads. */
export function cleanQuery(typed: string | null) {
  return (typed ?? '')
    .slice(0, 10 * QUERY_MAX)
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\uFFFD]/g, '')
    .slice(0, QUERY_MAX)
    .toWellFormed()
    .replace(/\uFFFD/g, '')
    .trim()
}

type Asked = Search & { page: number; prefix: boolean }

async function listHits(db: Db, viewer: Viewer, lang: Lang, { q, page, prefix, ...rest }: Asked) {
  const terms = matchTerms(q, { prefix })
  if (terms.length === 0) return []
  const { rows } = await sql<Hit>`
    with hit as materialized (
      select rowid from search_text where search_text match ${terms.join(' AND ')}
    ), scored as (
      select lead.id as lead_id, item.id as item_id, search_row.lang as lang, ${score(terms)} as score,
        coalesce(lead.published_at, lead.created_at) as at,
        item.thread_id is not null as is_reply
      from hit
      cross join search_row on search_row.id = hit.rowid
      join item on item.id = search_row.item_id
      join item as lead on lead.id = coalesce(item.thread_id, item.id)
      where item.kind in (${sql.join(KINDS)}) and ${readable(viewer)} and ${narrowed(rest)}
    ), ranked as (
      select *, row_number() over (partition by lead_id
        order by score desc, is_reply, ${langRank(lang)}, item_id) as place
      from scored
    )
    select lead_id, item_id, lang, count(*) over () as total
    from ranked where place = 1
    order by score desc, at desc, lead_id
    limit ${RESULTS_PER_PAGE + 1} offset ${(page - 1) * RESULTS_PER_PAGE}`.execute(db)
  return rows
}

function score(terms: string[]) {
  const places = terms.flatMap((term) =>
    WEIGHTS.map(
      ([column, weight]) => sql`${sql.lit(weight)} * (hit.rowid in (select rowid from search_text
        where search_text match ${`{${column}} : ${term}`}))`,
    ),
  )
  return sql`(${sql.join(places, sql` + `)})`
}

function langRank(lang: Lang) {
  const ranks = FALLBACKS[lang].map((one, rank) => sql`when ${one} then ${sql.lit(rank)}`)
  return sql`case lang ${sql.join(ranks, sql` `)} end`
}

function narrowed({ kind, principle, tagId, region }: Filters) {
  const conditions: RawBuilder<unknown>[] = [sql`1`]
  if (kind) conditions.push(sql`lead.kind = ${kind}`)
  if (principle) {
    conditions.push(sql`exists (select 1 from item_principle
      where item_principle.item_id = lead.id and item_principle.principle = ${principle})`)
  }
  if (tagId) {
    conditions.push(sql`exists (select 1 from item_tag
      where item_tag.item_id = lead.id and item_tag.tag_id = ${tagId})`)
  }
  if (region) conditions.push(inRegion(region))
  return sql`(${sql.join(conditions, sql` and `)})`
}

// A practice lies where it was carried out; whatever else, where its author's seat is.
function inRegion(region: string) {
  return sql`exists (select 1 from collectivity as place
    where place.code = coalesce(
        (select practice.collectivity_code from practice where practice.item_id = lead.id),
        (select seat.collectivity_code from seat where seat.id = lead.seat_id))
      and (place.code = ${region} or place.region_code = ${region}))`
}
