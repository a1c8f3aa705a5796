import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, inLibrary, listCards } from '../items/cards.server.ts'
import { foundBy, inOrderOf } from '../search/found-by.server.ts'
import { readable, type ReadableId } from '../items/visibility.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'

const FOUND = 20

// What is linked is counted so far: beyond it a number tells nobody more.
const COUNTED = 100

/** How many there are; `more` when there are others that were not counted. */
export type Count = { count: number; more: boolean }

/** How many answers and threads that the viewer may read are linked to a challenge, up to 99 of each. */
export async function countLinked(db: Db, viewer: Viewer, challengeId: ReadableId) {
  const linked = (isThread: 0 | 1) =>
    sql<number>`(select count(*) from (select 1 from challenge_link as link
      cross join item on item.id = link.item_id
      where link.challenge_id = ${challengeId} and link.is_thread = ${sql.lit(isThread)}
        and link.listed_at is not null and item.state = 'published' and ${readable(viewer)}
      limit ${sql.lit(COUNTED)}))`
  const { answers, threads } = await db
    .selectNoFrom([linked(0).as('answers'), linked(1).as('threads')])
    .executeTakeFirstOrThrow()
  return { answers: upTo(answers), threads: upTo(threads) }
}

function upTo(count: number): Count {
  return { count: Math.min(count, COUNTED - 1), more: count === COUNTED }
}

/** Of these items those that are linked to a challenge, each with who linked it. */
export function whoLinked(db: Db, challengeId: ReadableId, itemIds: string[]) {
  return db
    .selectFrom('challenge_link')
    .where('challenge_id', '=', challengeId)
    .where('item_id', 'in', itemIds)
    .select(['item_id', 'linked_by'])
    .execute()
}

/** Practices and tools to link to a challenge: those that the search finds and are not linked yet. */
export async function findAnswers(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { challengeId, words }: { challengeId: string; words: string },
) {
  const found = await foundBy(db, viewer, lang, { words, kinds: ['practice', 'tool'] })
  if (!found) return []
  return listCards(
    library(db, viewer, lang)
      .where('item.id', 'in', found)
      .where((eb) => eb.not(isLinkedTo(challengeId)))
      .orderBy(inOrderOf(found))
      .limit(FOUND),
  )
}

/** The id of a practice or tool that the viewer may read, from its id or its address. */
export async function findAnswer(db: Db, viewer: Viewer, lang: Lang, address: string) {
  const id = /(?:^|\/practices\/)([0-9a-z]{12})(?:$|[/?#])/.exec(address.trim())?.[1]
  if (!id) return undefined
  return library(db, viewer, lang)
    .where('item.id', '=', id)
    .select('item.id')
    .$narrowType<{ id: ReadableId }>()
    .executeTakeFirst()
}

/** Links a practice or a tool to a challenge, as an answer to it. */
export async function linkAnswer(
  trx: Db,
  viewer: SignedIn,
  challengeId: ReadableId,
  itemId: ReadableId,
) {
  await trx
    .insertInto('challenge_link')
    .values({ challenge_id: challengeId, item_id: itemId, linked_by: viewer.id })
    .onConflict((conflict) => conflict.columns(['challenge_id', 'item_id']).doNothing())
    .execute()
}

/** Takes the link away; the practice itself stays as it is. */
export async function unlinkAnswer(trx: Db, challengeId: string, itemId: string) {
  await trx
    .deleteFrom('challenge_link')
    .where('challenge_id', '=', challengeId)
    .where('item_id', '=', itemId)
    .execute()
}

function library(db: Db, viewer: Viewer, lang: Lang) {
  return cardQuery(db, viewer, lang).where(inLibrary())
}

/** An SQL condition that holds for what is linked to a challenge. For queries on `item`. */
export function isLinkedTo(challengeId: string) {
  return sql<boolean>`exists (select 1 from challenge_link as link
    where link.challenge_id = ${challengeId} and link.item_id = item.id)`
}
