import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang, Row } from '#db/schema.ts'
import { readable, type ReadableId } from '../items/visibility.server.ts'
import { indexItem } from '../search/index.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { MAX_FILE_TITLE, MAX_FILES_PER_ITEM, MAX_LOOSE_FILES } from './files.limits.ts'
import { type Inspected, inspectFile } from './inspect.server.ts'
import { safeName } from './safe-name.ts'

type Around = { name: string; title?: string; lang?: Lang | null; itemId: string | null }

/** A kept file, or why it was refused: a locale key. */
export type Stored =
  { ok: true; id: string; name: string; kind: 'image' | 'document' } | { ok: false; error: string }

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
  const [count, most] = itemId
    ? [await countFiles(trx, { item_id: itemId }), MAX_FILES_PER_ITEM]
    : [await countFiles(trx, { item_id: null, uploader_id: viewer.id }), MAX_LOOSE_FILES]
  if (count >= most) {
    return { ok: false, error: `files.errors.too_many${itemId ? '' : '_loose'}` }
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
  return { ok: true, id: file.id, name: file.name, kind }
}

/**
 * Gives an item the files of its writer that its texts name and that belong to nothing yet: from then
 * on whoever reads the item reads them. Takes a transaction.
 */
export async function claimFiles(trx: Db, itemId: string, uploaderId: string) {
  await trx
    .updateTable('file')
    .set({ item_id: itemId })
    .where('uploader_id', '=', uploaderId)
    .where('item_id', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from section where section.item_id = ${itemId}
        and instr(section.source, '/files/' || file.id || '/') > 0)`,
    )
    .execute()
}

/**
 * Takes an item's files from it, so that only their uploader has them again: before the item goes and
 * its words are a draft once more. Takes a transaction.
 */
export async function releaseFiles(trx: Db, itemId: ReadableId) {
  await trx.updateTable('file').set({ item_id: null }).where('item_id', '=', itemId).execute()
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

type Where = { item_id: string } | { item_id: null; uploader_id: string }

async function countFiles(trx: Db, where: Where) {
  const { count } = await trx
    .selectFrom('file')
    .where('item_id', where.item_id === null ? 'is' : '=', where.item_id)
    .$if('uploader_id' in where, (qb) =>
      qb.where('uploader_id', '=', (where as { uploader_id: string }).uploader_id),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
