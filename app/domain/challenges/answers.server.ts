import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, inLibrary, listCards } from '../items/cards.server.ts'
import { foundBy, inOrderOf } from '../search/found-by.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'

const FOUND = 20

/** The practices and tools that answer a challenge, of those the viewer may read. */
export async function listAnswers(db: Db, viewer: Viewer, lang: Lang, challengeId: ReadableId) {
  const cards = await listCards(
    library(db, viewer, lang)
      .where(linkedTo(challengeId))
      .orderBy('item.published_at', 'desc')
      .orderBy('item.id'),
  )
  const links = await db
    .selectFrom('challenge_link')
    .where('challenge_id', '=', challengeId)
    .select(['item_id', 'linked_by'])
    .execute()
  const by = new Map(links.map(({ item_id, linked_by }) => [item_id, linked_by]))
  return cards.map((card) => ({ card, linked_by: by.get(card.id) ?? null }))
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
      .where((eb) => eb.not(linkedTo(challengeId)))
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

function linkedTo(challengeId: string) {
  return sql<boolean>`item.id in (select link.item_id from challenge_link as link
    where link.challenge_id = ${challengeId})`
}
