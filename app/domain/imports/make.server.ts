import { setImmediate } from 'node:timers/promises'
import type { Db } from '#db/client.server.ts'
import { createPractice } from '../practices/save.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { FoundImport, ImportRow, ImportWords, Outcome, Target } from './fields.ts'
import { MAKE_MS } from './imports.limits.ts'
import { canImportFor } from './imports.policy.ts'
import { findImport, listRows, saveMapping } from './imports.server.ts'
import { findNames } from './names.server.ts'
import { type Planned, planRow } from './plan.server.ts'

const AT_ONCE = 5
const PLANNED_AT_ONCE = 100

type From = Pick<FoundImport, 'columns' | 'mapping' | 'lang' | 'collectivity_code'>

/** What becomes of some rows of an import (see `planRow`), and what the names in them stand for. */
export async function planRows(
  db: Db,
  viewer: SignedIn,
  rows: ImportRow[],
  { from, words }: { from: From; words: ImportWords },
) {
  const names = await findNames(db, viewer, from.mapping, rows)
  const may = (code: string) => canImportFor(viewer, code)
  const planned = rows.map((row) => ({
    ...row,
    planned: planRow(row.cells, { from, words, names, may }),
  }))
  return { names, planned }
}

export type PlannedRow = ImportRow & { planned: Planned }

type Choice = { mapping: Target[]; lang: FoundImport['lang']; collectivity: string }

/**
 * Keeps what the columns of an import become, and what that makes of its rows. Other requests get their turn
 * in between.
 */
export async function chooseMapping(
  db: Db,
  viewer: SignedIn,
  found: FoundImport,
  { choice, words }: { choice: Choice; words: ImportWords },
) {
  const from = { ...found, ...choice, collectivity_code: choice.collectivity || null }
  const outcomes: Record<Outcome, number[]> = { fit: [], gaps: [], out: [] }
  for (let after = 0; ;) {
    const rows = await listRows(db, viewer, found.id, { after, limit: PLANNED_AT_ONCE })
    const { planned: all } = await planRows(db, viewer, rows, { from, words })
    for (const { position, planned } of all) {
      outcomes[planned.outcome].push(position)
    }
    if (rows.length < PLANNED_AT_ONCE) break
    after = rows.at(-1)!.position
    await setImmediate()
  }
  await db.transaction().execute((trx) => saveMapping(trx, viewer, found.id, choice, outcomes))
}

/**
 * Makes drafts of the rows that have none and can be one, a few in each transaction, for as long as one press
 * of the button may take. Pressed again, or twice at once, it goes on and makes nothing twice.
 */
export async function makeDrafts(
  db: Db,
  viewer: SignedIn,
  id: string,
  words: ImportWords,
  most = MAKE_MS,
) {
  const until = Date.now() + most
  while (Date.now() < until) {
    const made = await db.transaction().execute((trx) => makeSome(trx, viewer, id, words))
    if (made < AT_ONCE) return
    await setImmediate()
  }
}

async function makeSome(trx: Db, viewer: SignedIn, id: string, words: ImportWords) {
  const from = await findImport(trx, viewer, id)
  if (!from?.checked_at) return 0
  const rows = await listRows(trx, viewer, id, { show: 'waiting', limit: AT_ONCE })
  const { planned: all } = await planRows(trx, viewer, rows, { from, words })
  for (const { position, planned } of all) {
    const { kind, input, tagIds, outcome } = planned
    const given = { kind, input, tagIds, spaceId: null, outcome: 'keep' } as const
    // What it names may have changed since it was checked.
    const itemId = outcome === 'out' ? null : await createPractice(trx, viewer, given)
    await trx
      .updateTable('practice_import_row')
      .set({ outcome, item_id: itemId, made_at: itemId && new Date().toISOString() })
      .where('import_id', '=', from.id)
      .where('position', '=', position)
      .execute()
  }
  return rows.length
}
