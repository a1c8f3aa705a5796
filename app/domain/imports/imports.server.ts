import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang, Row } from '#db/schema.ts'
import { onlyReadable } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { FoundImport, ImportRow, Outcome, Target } from './fields.ts'
import { DRAFTS_SHOWN, IMPORT_NAME_MAX, IMPORTS_KEPT, ROWS_SHOWN } from './imports.limits.ts'

type New = Pick<
  FoundImport,
  'form' | 'name' | 'read_as' | 'columns' | 'unread' | 'mapping' | 'lang'
> & {
  rows: { number: number; cells: string[] }[]
}

/**
 * Keeps what was read of a file for its owner, until the job forgets it; their oldest goes when there
 * are too many. Takes a transaction; gives the id.
 */
export async function keepImport(trx: Db, viewer: SignedIn, given: New) {
  const { form, name, read_as, columns, unread, mapping, lang, rows } = given
  const id = newId()
  await trx
    .insertInto('practice_import')
    .values({
      ...{ id, user_id: viewer.id, form, read_as, lang },
      name: name.slice(0, IMPORT_NAME_MAX),
      columns: JSON.stringify(columns),
      unread: JSON.stringify(unread.slice(0, 20)),
      mapping: JSON.stringify(mapping),
      collectivity_code:
        viewer.seats.find((seat) => seat.collectivity_code)?.collectivity_code ?? null,
    })
    .execute()
  // One statement for all rows: SQLite takes a list out of JSON.
  const list = JSON.stringify(rows.map(({ number, cells }) => ({ number, cells })))
  await sql`insert into practice_import_row (import_id, position, cells)
    select ${id}, json_extract(value, '$.number'), json_extract(value, '$.cells')
    from json_each(${list})`.execute(trx)
  await dropOldest(trx, viewer)
  return id
}

/** An import of the viewer's own; undefined alike when it is absent or another's. */
export async function findImport(db: Db, viewer: SignedIn, id: string) {
  const row = await db
    .selectFrom('practice_import')
    .where('id', '=', id)
    .where('user_id', '=', viewer.id)
    .selectAll()
    .executeTakeFirst()
  return row && toImport(row)
}

function toImport({ columns, unread, mapping, ...row }: Row<'practice_import'>): FoundImport {
  return {
    ...row,
    columns: JSON.parse(columns) as string[],
    unread: JSON.parse(unread) as string[],
    mapping: JSON.parse(mapping) as Target[],
  }
}

/** The viewer's imports that are kept, the newest first. */
export function listImports(db: Db, viewer: SignedIn) {
  return db
    .selectFrom('practice_import')
    .where('user_id', '=', viewer.id)
    .orderBy('created_at', 'desc')
    .select(['id', 'name', 'created_at', 'checked_at'])
    .execute()
}

/** Forgets an import of the viewer's own; its drafts stay. Gives whether there was one. */
export async function removeImport(db: Db, viewer: SignedIn, id: string) {
  const { numDeletedRows } = await db
    .deleteFrom('practice_import')
    .where('id', '=', id)
    .where('user_id', '=', viewer.id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

type Choice = { mapping: Target[]; lang: Lang; collectivity: string }

/**
 * Keeps what the columns of an own import become, and what was found of each row that no draft was made of:
 * the rows by outcome. Takes a transaction.
 */
export async function saveMapping(
  trx: Db,
  viewer: SignedIn,
  id: string,
  choice: Choice,
  outcomes: Record<Outcome, number[]>,
) {
  await trx
    .updateTable('practice_import')
    .set({
      mapping: JSON.stringify(choice.mapping),
      lang: choice.lang,
      collectivity_code: choice.collectivity || null,
      checked_at: new Date().toISOString(),
    })
    .where('id', '=', id)
    .where('user_id', '=', viewer.id)
    .execute()
  for (const [outcome, positions] of Object.entries(outcomes) as [Outcome, number[]][]) {
    await trx
      .updateTable('practice_import_row')
      .set({ outcome })
      .where('import_id', '=', ownId(trx, viewer, id))
      .where(sql<boolean>`position in (select value from json_each(${JSON.stringify(positions)}))`)
      .where('made_at', 'is', null)
      .execute()
  }
}

// For statements on rows: the import is asked for with its owner in each of them.
function ownId(db: Db, viewer: SignedIn, id: string) {
  return db
    .selectFrom('practice_import')
    .where('id', '=', id)
    .where('user_id', '=', viewer.id)
    .select('id')
}

type Asked = { after?: number; show?: Outcome | 'all' | 'waiting'; limit?: number }

/**
 * Rows of an own import in the order of the file: after a position, of an outcome, or those of which a draft
 * is still to be made. Without a limit, all of them.
 */
export async function listRows(db: Db, viewer: SignedIn, id: string, asked: Asked = {}) {
  const { after = 0, show = 'all', limit } = asked
  const rows = await db
    .selectFrom('practice_import_row')
    .where('import_id', '=', ownId(db, viewer, id))
    .where('position', '>', after)
    .$if(show === 'waiting', (qb) =>
      qb.where('made_at', 'is', null).where('outcome', 'in', ['fit', 'gaps']),
    )
    .$if(show !== 'all' && show !== 'waiting', (qb) => qb.where('outcome', '=', show as Outcome))
    .orderBy('position')
    .$if(limit !== undefined, (qb) => qb.limit(limit!))
    .select(['position', 'cells', 'made_at'])
    .execute()
  return rows.map(({ cells, ...row }): ImportRow => ({
    ...row,
    cells: JSON.parse(cells) as string[],
  }))
}

/** A page of rows, and after which position the next one begins. */
export async function pageOfRows(db: Db, viewer: SignedIn, id: string, asked: Asked) {
  const rows = await listRows(db, viewer, id, { ...asked, limit: ROWS_SHOWN + 1 })
  const shown = rows.slice(0, ROWS_SHOWN)
  return { rows: shown, next: rows.length > shown.length ? shown.at(-1)!.position : null }
}

/** How many rows of an own import fit, lack something, are left out, and have a draft already. */
export async function countRows(db: Db, viewer: SignedIn, id: string) {
  const row = await db
    .selectFrom('practice_import_row')
    .where('import_id', '=', ownId(db, viewer, id))
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where outcome = 'fit')`.as('fit'),
      sql<number>`count(*) filter (where outcome = 'gaps')`.as('gaps'),
      sql<number>`count(*) filter (where outcome = 'out')`.as('out'),
      sql<number>`count(*) filter (where made_at is not null)`.as('made'),
      sql<number>`count(*) filter (where made_at is null and outcome <> 'out')`.as('waiting'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** The drafts that were made of an own import and that are still there, in the order of the file. */
export async function listMade(db: Db, viewer: SignedIn, id: string, after = 0) {
  const rows = await db
    .selectFrom('practice_import_row as row')
    .innerJoin('item', 'item.id', 'row.item_id')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').onRef('item_text.lang', '=', 'item.lang'),
    )
    .where('row.import_id', '=', ownId(db, viewer, id))
    .where('row.position', '>', after)
    .$call(onlyReadable(viewer))
    .orderBy('row.position')
    .limit(DRAFTS_SHOWN + 1)
    .select([
      'row.position',
      'row.outcome',
      'item.id',
      'item.lang',
      'item.state',
      'item_text.title',
    ])
    .execute()
  const drafts = rows.slice(0, DRAFTS_SHOWN)
  return { drafts, next: rows.length > drafts.length ? drafts.at(-1)!.position : null }
}

async function dropOldest(trx: Db, viewer: SignedIn) {
  const kept = trx
    .selectFrom('practice_import')
    .where('user_id', '=', viewer.id)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(IMPORTS_KEPT)
    .select('id')
  await trx
    .deleteFrom('practice_import')
    .where('user_id', '=', viewer.id)
    .where('id', 'not in', kept)
    .execute()
}
