import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { answerAsks } from '../adoptions/asks.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { sealItem } from '../items/write.server.ts'
import { record } from '../moderation/audit.server.ts'
import type { SignedIn, ViewerSeat } from '../users/viewer.ts'
import type { Confirmation, Says } from './confirmations.ts'

// As many as say something: the last of each, and a few before.
const SHOWN = 10

/** What was said of an item, the latest first, as an SQL expression for `readConfirmations`. */
export function confirmationsJson() {
  return sql<string>`(select json_group_array(json(said)) from (
    select json_object('id', confirmation.id, 'says', confirmation.says,
      'function', confirmation.function, 'note', confirmation.note,
      'said_at', confirmation.said_at, 'until', confirmation.until, 'code', town.code,
      'name_ar', town.name_ar, 'name_fr', town.name_fr) as said
    from confirmation left join collectivity as town on town.code = confirmation.collectivity_code
    where confirmation.item_id = item.id
    order by confirmation.said_at desc limit ${sql.lit(SHOWN)}))`
}

/** Reads what `confirmationsJson` gave. */
export function readConfirmations(json: string): Confirmation[] {
  const said = JSON.parse(json) as (Omit<Confirmation, 'place'> & {
    code: string | null
    name_ar: string
    name_fr: string
  })[]
  return said.map(({ code, name_ar, name_fr, ...one }) => ({
    ...one,
    place: code === null ? null : { code, name_ar, name_fr },
  }))
}

type Practice = { id: ReadableId; kind: string; state: string; space_id: string | null }
type Seat = Pick<ViewerSeat, 'function' | 'collectivity_code'>
type Said = { says: Says; note: string; until?: string }

/**
 * Notes what a seat says of a practice. What stopped where it comes from is archived: read, with the
 * reason, and no longer offered; what runs again is published again. Takes a transaction.
 */
export async function confirm(
  trx: Db,
  viewer: SignedIn,
  practice: Practice,
  { seat, says, note, until }: Said & { seat: Seat },
) {
  const { id: item_id, kind, space_id } = practice
  const { function: held, collectivity_code } = seat
  await trx
    .insertInto('confirmation')
    .values({
      id: newId(),
      ...{ item_id, says, note, function: held, collectivity_code, until: until ?? null },
    })
    .execute()
  if (says !== 'verified') await follow(trx, viewer, practice, says)
  if (says !== 'verified' && collectivity_code) await answerAsks(trx, item_id, collectivity_code)
  const subject = { kind, id: item_id }
  await record(trx, viewer, {
    verb: VERBS[says],
    subject,
    space_id,
    detail: until ? { until } : {},
  })
}

const VERBS = {
  running: 'practice_confirmed',
  stopped: 'practice_archived',
  verified: 'practice_verified',
} as const

async function follow(trx: Db, viewer: SignedIn, practice: Practice, says: 'running' | 'stopped') {
  const state = says === 'stopped' ? ('archived' as const) : ('published' as const)
  if (state === practice.state) return
  await trx.updateTable('item').set({ state }).where('id', '=', practice.id).execute()
  await sealItem(trx, practice.id, viewer.id)
}
