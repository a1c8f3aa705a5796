import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { STAGE_TAGS } from '../collectivities/cycle.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import { readable } from '../items/visibility.server.ts'
import { namedTags } from '../tags/tags.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/** What helps at a step, with the tag that says so. */
export type OfStage = Card & { filed: { slug: string; label: string; lang: Lang } }

/** The step of a collectivity, null where nobody has said it, and what helps at it. */
export type Stage = Awaited<ReturnType<typeof listOfStage>>

// Of so many that were last filed under each tag.
const RECENT = 50

/**
 * The practices, tools and questions of others among what was last filed under what the step of the
 * viewer's collectivity is about: those under the closest tag first, then the latest. Null for whoever
 * holds no seat in one; of several collectivities it is the first whose step is known.
 */
export async function listOfStage(db: Db, viewer: SignedIn, lang: Lang, limit = 4) {
  const seats = viewer.seats.filter(({ collectivity_code }) => collectivity_code !== null)
  const seat = seats.find(({ stage }) => stage) ?? seats[0]
  if (!seat) return null
  const code = seat.collectivity_code!
  if (!seat.stage) return { code, stage: null, items: [] as OfStage[] }

  const slugs = STAGE_TAGS[seat.stage]
  const ranks = slugs.map((slug, at) => sql`when ${slug} then ${sql.lit(at)}`)
  const rank = sql`case step.known ${sql.join(ranks, sql` `)} end`
  const tags = tagsAt(slugs)
  const filed = sql`item_tag as filed join ${tags} as step on step.id = filed.tag_id`
  const closest = sql<string>`(select json_object('slug', named.slug, 'label', named.label,
      'lang', named.lang) from ${filed} join ${namedTags(db, lang)} as named on named.id = filed.tag_id
    where filed.item_id = item.id order by ${rank} limit 1)`
  const query = cardQuery(db, viewer, lang)
    .where(
      sql<boolean>`item.id in (select filing.item_id from ${tags} as step
      cross join item_tag as filing on filing.tag_id = step.id
        and filing.listed_at >= (select min(listed_at) from (select last.listed_at
          from item_tag as last
          cross join item as about on about.id = last.item_id and ${readable(viewer, 'about')}
          where last.tag_id = step.id and last.listed_at is not null
          order by last.listed_at desc limit ${sql.lit(RECENT)})))`,
    )
    .where(sql<boolean>`(item.kind in ('practice', 'tool') or thread.form = 'question')`)
    .where(sql<boolean>`coalesce(place.code, '') <> ${code}`)
    .where('item.state', '=', 'published')
    .where('item.hidden_at', 'is', null)
    .orderBy(sql`(select min(${rank}) from ${filed} where filed.item_id = item.id)`)
    .orderBy('item.published_at', 'desc')
    .orderBy('item.id')
    .limit(limit)
    .select(closest.as('filed')) as unknown as ReturnType<typeof cardQuery>
  const cards = (await listCards(query)) as (Card & { filed: string })[]
  const items = cards.map(({ filed, ...card }): OfStage => {
    return { ...card, filed: JSON.parse(filed) as OfStage['filed'] }
  })
  return { code, stage: seat.stage, items }
}

// A tag by its address, or by one it had before it was renamed or merged.
function tagsAt(slugs: readonly string[]) {
  return sql`(select tag.id, tag.slug as known from tag where tag.slug in (${sql.join(slugs)})
    union all select tag_id, slug from tag_former_slug where slug in (${sql.join(slugs)}))`
}
