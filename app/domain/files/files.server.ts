import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang, Row } from '#db/schema.ts'
import { readable, type ReadableId } from '../items/visibility.server.ts'
import { indexItem } from '../search/index.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { MAX_FILE_TITLE, MAX_FILES_PER_ITEM } from './files.limits.ts'
import { type Inspected, inspectFile } from './inspect.server.ts'
import { safeName } from './safe-name.ts'

type Around = { name: string; title?: string; lang?: Lang | null; itemId: string | null }

/** A kept file, or why it was refused: a locale key. */
export type Stored = { ok: true; id: string; name: string } | { ok: false; error: string }

/**
 * Inspects a file and keeps it with an item (null: with nothing yet, for its uploader alone).
 * Whoever calls has made sure that the person may change the item. Reading an image takes a while:
 * inside a larger transaction call `inspectFile` before it and `keepFile` in it.
 */
export async function storeFile(
  db: Db,
  viewer: SignedIn,
  { bytes, ...around }: Around & { bytes: Uint8Array; itemId: ReadableId | null },
): Promise<Stored> {
  const inspected = await inspectFile(bytes, around.name)
  if (!inspected.ok) return { ok: false, error: `files.errors.${inspected.reason}` }
  if (db.isTransaction) return keepFile(db, viewer, inspected, around)
  return db.transaction().execute((trx) => keepFile(trx, viewer, inspected, around))
}

/** Keeps a file that was inspected. Takes a transaction; refuses one more than an item may have. */
export async function keepFile(
  trx: Db,
  viewer: SignedIn,
  { bytes, mime, kind, extension }: Inspected,
  { title = '', lang = null, itemId, ...around }: Around,
): Promise<Stored> {
  if (itemId && (await countFiles(trx, itemId)) >= MAX_FILES_PER_ITEM) {
    return { ok: false, error: 'files.errors.too_many' }
  }
  const file = { id: newId(), name: safeName(around.name, extension), kind, mime }
  const about = { title: title.slice(0, MAX_FILE_TITLE), lang, size: bytes.length }
  const inline = kind === 'image' ? (1 as const) : (0 as const)
  await trx
    .insertInto('file')
    .values({ ...file, ...about, inline, item_id: itemId, uploader_id: viewer.id })
    .execute()
  await trx
    .insertInto('file_content')
    .values({ file_id: file.id, bytes: Buffer.from(bytes) })
    .execute()
  if (itemId) await indexItem(trx, itemId)
  return { ok: true, id: file.id, name: file.name }
}

/** The files of an item, oldest first, if the viewer may read the item; else none. */
export async function listFiles(db: Db, viewer: Viewer, itemId: string) {
  return files(db, viewer)
    .where('file.item_id', '=', itemId)
    .orderBy('file.created_at')
    .orderBy('file.id')
    .select(['file.id', 'file.name', 'file.title', 'file.lang', 'file.kind', 'file.mime'])
    .select('file.size')
    .execute()
}

export type FileRow = Awaited<ReturnType<typeof listFiles>>[number]

/** What a person has uploaded, as far as they may still read where it is. */
export function listUploads(db: Db, viewer: SignedIn) {
  return files(db, viewer)
    .where('file.uploader_id', '=', viewer.id)
    .orderBy('file.created_at')
    .orderBy('file.id')
    .select(['file.id', 'file.name', 'file.title', 'file.size', 'file.created_at'])
    .execute()
}

/**
 * A file with its bytes and whether everyone may have it. Gives undefined alike when it is absent
 * and when its item is not for this viewer.
 */
export async function openFile(db: Db, viewer: Viewer, id: string) {
  return files(db, viewer)
    .innerJoin('file_content', 'file_content.file_id', 'file.id')
    .where('file.id', '=', id)
    .select(['file.name', 'file.mime', 'file.size', 'file.inline', 'file_content.bytes'])
    .select((eb) =>
      eb.case().when('item.id', 'is not', null).then(readable(null)).else(0).end().as('is_public'),
    )
    .executeTakeFirst()
}

/**
 * Removes a file from an item that the caller may change. Takes a transaction; gives whether there
 * was one.
 */
export async function removeFile(trx: Db, itemId: ReadableId, id: string) {
  const removed = await trx
    .deleteFrom('file')
    .where('id', '=', id)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  await indexItem(trx, itemId)
  return removed.numDeletedRows > 0n
}

/** Where a file is read: an address without language. */
export function filePath({ id, name }: Pick<Row<'file'>, 'id' | 'name'>) {
  return `/files/${id}/${encodeURIComponent(name)}`
}

// Files without an item are drafts of their uploader's, seen by nobody else.
function files(db: Db, viewer: Viewer) {
  return db
    .selectFrom('file')
    .leftJoin('item', 'item.id', 'file.item_id')
    .where((eb) =>
      eb.or([
        eb.and([eb('item.id', 'is not', null), readable(viewer)]),
        eb.and([eb('file.item_id', 'is', null), eb('file.uploader_id', '=', viewer?.id ?? '')]),
      ]),
    )
}

async function countFiles(trx: Db, itemId: string) {
  const { count } = await trx
    .selectFrom('file')
    .where('item_id', '=', itemId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
