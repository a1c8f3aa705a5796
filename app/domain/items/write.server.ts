import type { Insertable } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { ItemTable, Lang } from '#db/schema.ts'
import { claimFiles } from '../files/files.server.ts'
import { indexItem } from '../search/index.server.ts'
import { saveRevision } from './revisions.server.ts'
import { type Texts, writeTexts } from './texts.server.ts'

type NewItem = Omit<Insertable<ItemTable>, 'id'> & { id?: string }

/**
 * Adds an item with its text in its own language, its first revision and its place in the index.
 * Takes a transaction, the row and the texts; gives the id. An item in state `published` is
 * published now unless the row says when.
 */
export async function insertItem(trx: Db, item: NewItem, texts: Texts) {
  const id = item.id ?? newId()
  const published_at = item.published_at ?? (item.state === 'published' ? now() : null)
  await trx
    .insertInto('item')
    .values({ ...item, id, published_at })
    .execute()
  await writeTexts(trx, id, item.lang, texts)
  return id
}

/**
 * Closes a change: the files that its texts name become its own, it is kept as a revision, and the index
 * is brought up to date. Takes a transaction, the item's id, who made the change (null: an import) and
 * a note.
 */
export async function sealItem(trx: Db, itemId: string, authorId: string | null, note = '') {
  if (authorId) await claimFiles(trx, itemId, authorId)
  await saveRevision(trx, itemId, authorId, note)
  await indexItem(trx, itemId)
}

/** Changes an item's text and notes when. Close it with `sealItem`. */
export async function editTexts(trx: Db, itemId: string, lang: Lang, texts: Texts) {
  await writeTexts(trx, itemId, lang, texts)
  await trx.updateTable('item').set({ edited_at: now() }).where('id', '=', itemId).execute()
}

/**
 * Makes an item public to those who may read its space; the date stays when it had one. Gives whether
 * it is public for the first time. Close the change with `sealItem`.
 */
export async function publishItem(trx: Db, itemId: string) {
  const { numUpdatedRows } = await trx
    .updateTable('item')
    .set({ published_at: now() })
    .where('id', '=', itemId)
    .where('published_at', 'is', null)
    .executeTakeFirstOrThrow()
  await trx.updateTable('item').set({ state: 'published' }).where('id', '=', itemId).execute()
  return numUpdatedRows > 0n
}

/** Files an item under principles: the given ones and no others. */
export async function setPrinciples(trx: Db, itemId: string, principles: string[]) {
  await trx.deleteFrom('item_principle').where('item_id', '=', itemId).execute()
  const rows = [...new Set(principles)].map((principle) => ({ item_id: itemId, principle }))
  if (rows.length) await trx.insertInto('item_principle').values(rows).execute()
}

/** Files an item under tags: the given ones (ids) and no others. */
export async function setTags(trx: Db, itemId: string, tagIds: string[]) {
  await trx.deleteFrom('item_tag').where('item_id', '=', itemId).execute()
  const rows = [...new Set(tagIds)].map((tag_id) => ({ item_id: itemId, tag_id }))
  if (rows.length) await trx.insertInto('item_tag').values(rows).execute()
}

/** Links an item to challenges: the given ones (ids) and no others. */
export async function setChallenges(
  trx: Db,
  itemId: string,
  challengeIds: string[],
  linkedBy: string | null,
) {
  await trx
    .deleteFrom('challenge_link')
    .where('item_id', '=', itemId)
    .$if(challengeIds.length > 0, (qb) => qb.where('challenge_id', 'not in', challengeIds))
    .execute()
  const rows = [...new Set(challengeIds)].map((challenge_id) => ({
    challenge_id,
    item_id: itemId,
    linked_by: linkedBy,
  }))
  if (rows.length === 0) return
  await trx
    .insertInto('challenge_link')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['challenge_id', 'item_id']).doNothing())
    .execute()
}

/** Now, as the database writes times: UTC, ISO 8601, milliseconds. */
export function now() {
  return new Date().toISOString()
}
