import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { keepFile } from '../files/files.server.ts'
import type { Inspected } from '../files/inspect.server.ts'
import { CHECKS } from '../items/checks.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, PAGE_SIZE, pageOf } from '../items/page.ts'
import { onlyReadable, readable, type ReadableId, stewarded } from '../items/visibility.server.ts'
import { insertItem, sealItem } from '../items/write.server.ts'
import { record } from '../moderation/audit.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'

/** A page of a space's documents that the viewer may read, the latest first. */
export async function listDocuments(
  db: Db,
  viewer: Viewer,
  spaceId: string,
  { after, size = PAGE_SIZE }: { after?: Cursor; size?: number } = {},
) {
  const rows = await documents(db, viewer)
    .where('item.space_id', '=', spaceId)
    .where('item.state', '=', 'published')
    .$call(newestFirst('item.published_at', 'item.id', { after, size }))
    .execute()
  return pageOf(rows, (row) => row.published_at, size)
}

/** How many documents of a space the viewer may read. */
export async function countDocuments(db: Db, viewer: Viewer, spaceId: string) {
  const { count } = await db
    .selectFrom('item')
    .where('item.space_id', '=', spaceId)
    .where('item.kind', '=', 'document')
    .where('item.state', '=', 'published')
    .where(readable(viewer))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** A document with its file; undefined alike when it is absent and when it is not for this viewer. */
export async function findDocument(db: Db, viewer: Viewer, id: string) {
  return documents(db, viewer).where('item.id', '=', id).executeTakeFirst()
}

export type FoundDocument = NonNullable<Awaited<ReturnType<typeof findDocument>>>

type Given = { title: string; lang: Lang; file: Inspected; name: string }

/**
 * Files a document in a space. Takes a file that has been inspected (which must not happen inside
 * a transaction); gives the id. The caller has asked `canWriteInSpace`, and the form the checks.
 */
export async function addDocument(
  db: Db,
  viewer: SignedIn,
  space: { id: ReadableId },
  { title, lang, file, name }: Given,
) {
  return db.transaction().execute(async (trx) => {
    const around = {
      space_id: space.id,
      author_id: viewer.id,
      seat_id: viewer.seats[0]?.id ?? null,
    }
    const row = { kind: 'document', lang, state: 'published', ...around } as const
    const itemId = await insertItem(trx, row, { title })
    await keepFile(trx, viewer, file, { name, title, lang, itemId })
    await sealItem(trx, itemId, viewer.id)
    await record(trx, viewer, {
      verb: 'publishing_checked',
      subject: { kind: 'document', id: itemId },
      space_id: space.id,
      detail: { checked: CHECKS },
    })
    return itemId
  })
}

/** Removes a document with its file, for good. The caller has found it with `may_remove`. */
export async function removeDocument(db: Db, viewer: SignedIn, document: FoundDocument) {
  const { id, space_id } = document
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('item').where('id', '=', id).where('kind', '=', 'document').execute()
    const subject = { kind: 'document', id }
    await record(trx, viewer, { verb: 'document_removed', subject, space_id })
  })
}

function documents(db: Db, viewer: Viewer) {
  return db
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').onRef('item_text.lang', '=', 'item.lang'),
    )
    .innerJoin('file', 'file.item_id', 'item.id')
    .leftJoin('user as author', 'author.id', 'item.author_id')
    .where('item.kind', '=', 'document')
    .select(['item.id', 'item.space_id', 'item.lang', 'item.published_at', 'item.hidden_at'])
    .select(['item_text.title', 'file.id as file_id', 'file.name', 'file.mime', 'file.size'])
    .select(['author.name as author', 'author.handle'])
    .select(
      sql<0 | 1>`(item.author_id is ${viewer?.id ?? ''} or ${stewarded(viewer)})`.as('may_remove'),
    )
    .select(stewarded(viewer).as('steward'))
    .$call(onlyReadable(viewer))
}
