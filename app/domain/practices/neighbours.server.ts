import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, inLibrary, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import { readable } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'

/** Why a neighbour is one, the strongest reason first; a locale key under `practices.neighbours`. */
export const REASONS = ['challenge', 'tags', 'collectivity', 'region', 'principles'] as const
export type Reason = (typeof REASONS)[number]
export type Neighbour = Card & { reason: Reason }

type Likest = Record<Reason | 'score', number> & { id: string; published_at: string }

const WEIGHTS = { challenge: 8, tags: 3, collectivity: 4, region: 2, principles: 1 }

type Of = { id: string; collectivity_code: string | null; region_code: string | null }

/**
 * What else to read after a practice: the same challenge, shared tags or principles, the same
 * collectivity or region. Only what the viewer may read counts, as a neighbour and as a reason.
 */
export async function listNeighbours(db: Db, viewer: Viewer, lang: Lang, of: Of, limit = 4) {
  const query = cardQuery(db, viewer, lang)
    .innerJoin(likest(viewer, of, limit).as('like'), (join) =>
      join.onRef('like.id', '=', 'item.id'),
    )
    .select(REASONS.map((reason) => sql<number>`${sql.ref(`like.${reason}`)}`.as(`like_${reason}`)))
    .orderBy('like.score', 'desc')
    .orderBy('like.published_at', 'desc')
  const cards = (await listCards(query as never)) as (Card & Record<string, unknown>)[]
  return cards.map((card) => ({ ...card, reason: reasonOf(card) }) as Neighbour)
}

// Materialized, so that each likeness is counted once for an item and not again for the order.
function likest(viewer: Viewer, of: Of, limit: number) {
  const counts = likenessTo(viewer, of)
  const columns = REASONS.map((reason) => sql`${counts[reason]} as ${sql.ref(reason)}`)
  const score = REASONS.map((reason) => sql`${sql.lit(WEIGHTS[reason])} * ${sql.ref(reason)}`)
  return sql<Likest>`(with likeness as materialized (
      select item.id, item.published_at, ${sql.join(columns)}
      from item join practice on practice.item_id = item.id
      left join seat on seat.id = item.seat_id
      left join collectivity as place
        on place.code = coalesce(practice.collectivity_code, seat.collectivity_code)
      where ${inLibrary()} and item.id <> ${of.id} and ${readable(viewer)}
    ) select *, ${sql.join(score, sql` + `)} as score from likeness
    where score > 0 order by score desc, published_at desc limit ${limit})`
}

function likenessTo(viewer: Viewer, { id, collectivity_code, region_code }: Of) {
  return {
    challenge: sql<number>`(select count(*) from challenge_link as theirs
      inner join challenge_link as ours on ours.challenge_id = theirs.challenge_id
      inner join item as shared on shared.id = theirs.challenge_id and ${readable(viewer, 'shared')}
      where theirs.item_id = item.id and ours.item_id = ${id})`,
    tags: sql<number>`(select count(*) from item_tag as theirs
      inner join item_tag as ours on ours.tag_id = theirs.tag_id
      where theirs.item_id = item.id and ours.item_id = ${id})`,
    collectivity: sql<number>`(practice.collectivity_code is ${collectivity_code ?? '-'})`,
    region: sql<number>`(place.region_code is ${region_code ?? '-'})`,
    principles: sql<number>`(select count(*) from item_principle as theirs
      inner join item_principle as ours on ours.principle = theirs.principle
      where theirs.item_id = item.id and ours.item_id = ${id})`,
  }
}

function reasonOf(card: Record<string, unknown>): Reason {
  return REASONS.find((reason) => Number(card[`like_${reason}`]) > 0) ?? 'principles'
}
