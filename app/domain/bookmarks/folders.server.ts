import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { FOLDERS_MAX } from './bookmarks.limits.ts'

/** A person's folders, by name. */
export async function listFolders(db: Db, viewer: SignedIn) {
  return db
    .selectFrom('bookmark_folder')
    .where('user_id', '=', viewer.id)
    .orderBy('name')
    .select(['id', 'name'])
    .execute()
}

/** Makes a folder, unless there is one of this name; gives its id, undefined when there are too many. */
export async function makeFolder(trx: Db, viewer: SignedIn, name: string) {
  const folders = await listFolders(trx, viewer)
  const there = folders.find((folder) => folder.name === name)
  if (there) return there.id
  if (folders.length >= FOLDERS_MAX) return undefined
  const folder = { id: newId(), user_id: viewer.id, name }
  await trx.insertInto('bookmark_folder').values(folder).execute()
  return folder.id
}

/** Names an own folder anew; gives false when another has that name. */
export async function renameFolder(trx: Db, viewer: SignedIn, id: string, name: string) {
  const folders = await listFolders(trx, viewer)
  if (folders.some((folder) => folder.name === name && folder.id !== id)) return false
  await trx
    .updateTable('bookmark_folder')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', viewer.id)
    .execute()
  return true
}

/** Deletes an own folder; the bookmarks in it stay, in none. */
export async function deleteFolder(trx: Db, viewer: SignedIn, id: string) {
  await trx
    .deleteFrom('bookmark_folder')
    .where('id', '=', id)
    .where('user_id', '=', viewer.id)
    .execute()
}

/** Puts an own bookmark into an own folder, or (null) into none. The caller has found the folder. */
export async function moveBookmark(
  trx: Db,
  viewer: SignedIn,
  itemId: ReadableId,
  folderId: string | null,
) {
  await trx
    .updateTable('bookmark')
    .set({ folder_id: folderId })
    .where('user_id', '=', viewer.id)
    .where('item_id', '=', itemId)
    .execute()
}
