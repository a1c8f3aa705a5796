import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, inLibrary, listCards } from '../items/cards.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, PAGE_SIZE, pageOf } from '../items/page.ts'
import { countLibrary } from '../search/counted.server.ts'
import { openColumns } from '../search/opened.server.ts'
import { listTags } from '../tags/tags.server.ts'
import type { Viewer } from '../users/viewer.ts'
import type { Stage } from './practices.limits.ts'

export type Filter = {
  kind?: 'practice' | 'tool'
  principle?: string
  /** A tag's id; the tags under it count as well. */
  tag?: string
  /** A region's code. */
  region?: string
  stage?: Stage
  /** Only what can be read in this language. */
  language?: Lang
  /** The id of a challenge that it answers. */
  challenge?: string
}

type Query = ReturnType<typeof cardQuery>
type Options = Filter & { before?: Cursor; size?: number }

/** The published practices and tools that the viewer may read, the newest first, one page of them. */
export async function listPractices(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { before, size = PAGE_SIZE, challenge, ...filter }: Options = {},
) {
  const cards = cardQuery(db, viewer, lang)
  const [query, day, id] = challenge
    ? ([answering(cards, challenge), 'link.listed_at', 'link.item_id'] as const)
    : ([published(cards, filter.kind), 'item.published_at', 'item.id'] as const)
  const page = narrowed(query, filter).$call(newestFirst(day, id, { after: before, size }))
  return pageOf(await listCards(page), (card) => card.published_at, size)
}

/** The tags under which the library lists something for this viewer, named for them. */
export async function listUsedTags(db: Db, viewer: Viewer, lang: Lang) {
  const { facets } = countLibrary(await openColumns(db, viewer))
  const used = new Set(facets.tag.map(({ value }) => value))
  const tags = await listTags(db, lang)
  return tags.filter(({ id }) => used.has(id)).map(({ slug, label }) => ({ slug, label }))
}

// Along the links of the challenge, which stand in the order of the library.
function answering(query: Query, challenge: string) {
  return query
    .innerJoin('challenge_link as link', 'link.item_id', 'item.id')
    .where('link.challenge_id', '=', challenge)
    .where('link.is_thread', '=', 0)
    .where('link.listed_at', 'is not', null)
    .where(inLibrary()) as unknown as Query
}

// Own drafts and what waits for review are readable too, but no part of the library. Those of one kind
// stand in an index of their own.
function published(query: Query, kind: Filter['kind']) {
  if (!kind) return query.where(inLibrary())
  return query
    .where('item.kind', '=', kind)
    .where('item.state', '=', 'published')
    .where('item.hidden_at', 'is', null)
}

// What does not fit is left before anything else is looked up for a card: the sign keeps SQLite from making a
// join of `exists`, which it would put last.
function narrowed(query: Query, { kind, principle, tag, region, stage, language }: Filter) {
  return query
    .$if(kind !== undefined, (qb) => qb.where(sql<boolean>`+item.kind = ${kind}`))
    .$if(principle !== undefined, (qb) =>
      qb.where(sql<boolean>`+exists (select 1 from item_principle
        where item_principle.item_id = item.id and item_principle.principle = ${principle ?? ''})`),
    )
    .$if(tag !== undefined, (qb) =>
      qb.where(sql<boolean>`+exists (select 1 from item_tag inner join tag on tag.id = item_tag.tag_id
        where item_tag.item_id = item.id and (tag.id = ${tag ?? ''} or tag.parent_id = ${tag ?? ''}))`),
    )
    .$if(region !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([eb('place.region_code', '=', region ?? ''), eb('place.code', '=', region ?? '')]),
      ),
    )
    .$if(stage !== undefined, (qb) => qb.where(inStage(stage ?? '')))
    .$if(language !== undefined, (qb) =>
      qb.where(sql<boolean>`+exists (select 1 from item_text as version
        where version.item_id = item.id and version.lang = ${language ?? ''})`),
    )
}

function inStage(stage: string) {
  return sql<boolean>`(select staged.stage from practice as staged
    where staged.item_id = item.id) = ${stage}`
}
