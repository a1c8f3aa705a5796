import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { placeName, placePath } from '../collectivities/names.ts'
import { placeCode } from '../items/cards.server.ts'
import { type ReadableId, visibleSpace } from '../items/visibility.server.ts'
import { namedTags } from '../tags/tags.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import type { Part } from './follows.server.ts'

/** What one follows beside items, to be told of what is new there: a tag, a space, a collectivity. */
export type Topic = { tag_id: string } | { space_id: ReadableId } | { collectivity_code: string }

/** Follows a topic, or stops; gives whether one follows it now. */
export async function toggleTopic(trx: Db, viewer: SignedIn, topic: Topic) {
  const { numDeletedRows } = await trx
    .deleteFrom('topic_follow')
    .where('user_id', '=', viewer.id)
    .where((eb) => eb.and(topic))
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n) return false
  await trx
    .insertInto('topic_follow')
    .values({ user_id: viewer.id, ...topic })
    .execute()
  return true
}

/** Whether the viewer follows a topic; null for a visitor, who can follow nothing. */
export async function followsTopic(db: Db, viewer: Viewer, topic: Topic) {
  if (!viewer) return null
  const row = await db
    .selectFrom('topic_follow')
    .where('user_id', '=', viewer.id)
    .where((eb) => eb.and(topic))
    .select(sql`1`.as('one'))
    .executeTakeFirst()
  return row !== undefined
}

export type FollowedTopic = { path: string; label: string; lang: Lang | null }

/** The topics one follows and may still see, named for the reader, each with its address. */
export async function listTopics(db: Db, viewer: SignedIn, lang: Lang): Promise<FollowedTopic[]> {
  const tags = await namedTags(db, lang)
    .innerJoin('topic_follow', 'topic_follow.tag_id', 'tag.id')
    .where('topic_follow.user_id', '=', viewer.id)
    .execute()
  const spaces = await db
    .selectFrom('topic_follow')
    .innerJoin('space', 'space.id', 'topic_follow.space_id')
    .where('topic_follow.user_id', '=', viewer.id)
    .where(visibleSpace(viewer))
    .select(['space.slug', 'space.name as label', 'space.lang'])
    .execute()
  const places = await db
    .selectFrom('topic_follow')
    .innerJoin('collectivity', 'collectivity.code', 'topic_follow.collectivity_code')
    .where('topic_follow.user_id', '=', viewer.id)
    .select(['collectivity.code', 'collectivity.name_ar', 'collectivity.name_fr'])
    .select('collectivity.kind')
    .execute()
  return [
    ...spaces.map(({ slug, ...space }) => ({ path: `/spaces/${slug}`, ...space })),
    ...tags.map(({ slug, label, lang }) => ({ path: `/tags/${slug}`, label, lang })),
    ...places.map((place) => ({
      ...{ path: placePath(place), label: placeName(lang, place), lang: null },
    })),
  ].sort((a, b) => a.label.localeCompare(b.label, lang))
}

/**
 * The ids of those who follow a topic that an item belongs to (its space, its tags, its collectivity), in
 * their order: a part of them.
 */
export async function listTopicFollowers(db: Db, itemId: string, { after, limit }: Part) {
  const { rows } = await sql<{ user_id: string }>`select distinct user_id from (
    select topic_follow.user_id from item_tag
      join topic_follow on topic_follow.tag_id = item_tag.tag_id where item_tag.item_id = ${itemId}
    union all select topic_follow.user_id from item
      join topic_follow on topic_follow.space_id = item.space_id where item.id = ${itemId}
    union all select topic_follow.user_id from item
      left join practice on practice.item_id = item.id
      left join seat on seat.id = item.seat_id
      join topic_follow on topic_follow.collectivity_code
        = ${placeCode()}
      where item.id = ${itemId})
    where user_id > ${after} order by user_id limit ${limit}`.execute(db)
  return rows.map(({ user_id }) => user_id)
}
