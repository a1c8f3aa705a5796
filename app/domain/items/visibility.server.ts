import { type SelectQueryBuilder, sql } from 'kysely'
import { isFacilitator, isMember, type Viewer } from '../users/viewer.ts'
import type { MemberPart } from './items.limits.ts'

declare const throughTheDoor: unique symbol

/**
 * The id of an item or a space that a door below has given. What is read or written further by an
 * id alone takes this type and no plain string: without a viewer it does not compile.
 */
export type ReadableId = string & { readonly [throughTheDoor]: true }

/**
 * The only door to spaces: an SQL condition that holds for the spaces this viewer may see.
 * Takes the viewer and the name that the query gives to the table `space`.
 */
export function visibleSpace(viewer: Viewer, space = 'space') {
  const visibility = sql.ref(`${space}.visibility`)
  if (!viewer) return sql<boolean>`${visibility} = 'public'`
  const open = isMember(viewer)
    ? sql`${visibility} in ('public', 'network')`
    : sql`${visibility} = 'public'`
  return sql<boolean>`(${open} or exists (select 1 from space_member as mine
    where mine.space_id = ${sql.ref(`${space}.id`)} and mine.user_id = ${viewer.id}))`
}

/**
 * The only door to content: an SQL condition that holds for the items this viewer may read. Every
 * read, count, search, feed and file goes through it: what it refuses does not exist for the viewer.
 * A post is readable only when its thread is. Takes the viewer and the name that the query gives
 * to the table `item`.
 */
export function readable(viewer: Viewer, item = 'item') {
  const threadId = sql.ref(`${item}.thread_id`)
  return sql<boolean>`(${readableAlone(viewer, item)} and (${threadId} is null
    or exists (select 1 from item as parent
      where parent.id = ${threadId} and ${readableAlone(viewer, 'parent')})))`
}

/** For `$call`: narrows a query on `item` to what this viewer may read, whose ids are then known so. */
export function onlyReadable(viewer: Viewer) {
  return <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
    query.where(readable(viewer)).$narrowType<{ id: ReadableId }>()
}

function readableAlone(viewer: Viewer, item: string) {
  return sql<boolean>`(${inOpenSpace(viewer, item)} and ${stateOpen(viewer, item)})`
}

/**
 * An SQL condition that holds for what stands in no space, or in one that this viewer may see. It says
 * nothing of the state of an item: that is `readable`. Takes the viewer and the name of the table.
 */
export function inOpenSpace(viewer: Viewer, item: string) {
  const spaceId = sql.ref(`${item}.space_id`)
  return sql<boolean>`(${spaceId} is null or exists (select 1 from space as around
    where around.id = ${spaceId} and ${visibleSpace(viewer, 'around')}))`
}

function stateOpen(viewer: Viewer, item: string) {
  const column = (name: string) => sql.ref(`${item}.${name}`)
  // The plus keeps SQLite from looking for both states in an index: a list that asks for one of them
  // then has its rows in their order.
  const published = sql`(+${column('state')} in ('published', 'archived') and ${column('hidden_at')} is null)`
  if (!viewer) return published
  return sql`(${published} or ${authored(viewer, item)}
    or (${column('state')} <> 'draft' and ${stewarded(viewer, item)}))`
}

/**
 * An SQL condition that holds for the items this viewer wrote, alone or with others. Takes the viewer
 * and the name that the query gives to the table `item`.
 */
export function authored(viewer: Viewer, item = 'item') {
  if (!viewer) return sql<boolean>`0`
  const id = sql.ref(`${item}.id`)
  return sql<boolean>`(${sql.ref(`${item}.author_id`)} = ${viewer.id} or exists (select 1
    from co_author where co_author.item_id = ${id} and co_author.user_id = ${viewer.id}))`
}

/**
 * An SQL condition that holds for the items of which this viewer also reads what is for members: all,
 * for members of the network; for everyone else what they wrote or keep in order, and what stands in a
 * space that is not public. It widens nothing: combine it with `readable`. Takes the viewer of a query
 * on `item`.
 */
export function readsForMembers(viewer: Viewer) {
  if (isMember(viewer)) return sql<boolean>`1`
  return sql<boolean>`(exists (select 1 from space as ground where ground.id = "item"."space_id"
    and ground.visibility <> 'public') or ${authored(viewer)} or ${stewarded(viewer)})`
}

/**
 * The only door to the parts of a practice that may be for members: an SQL condition that holds where
 * this viewer reads that part. Takes the viewer of a query on `item` and `practice`, and the part.
 */
export function readablePart(viewer: Viewer, part: MemberPart) {
  const readers = sql.ref(`practice.${part}_readers`)
  return sql<boolean>`(coalesce(${readers}, 'public') = 'public' or ${readsForMembers(viewer)})`
}

/**
 * An SQL condition that holds for the items this viewer keeps in order: facilitators outside of
 * private spaces, moderators and owners inside their own. It widens nothing: combine it with
 * `readable`. Takes the viewer and the name that the query gives to the table `item`.
 */
export function stewarded(viewer: Viewer, item = 'item') {
  if (!viewer) return sql<boolean>`0`
  const spaceId = sql.ref(`${item}.space_id`)
  const own = sql`exists (select 1 from space_member as role where role.space_id = ${spaceId}
    and role.user_id = ${viewer.id} and role.role in ('moderator', 'owner'))`
  if (!isFacilitator(viewer)) return sql<boolean>`${own}`
  return sql<boolean>`(${spaceId} is null or ${own} or exists (select 1 from space as open_space
    where open_space.id = ${spaceId} and open_space.visibility <> 'private'))`
}
