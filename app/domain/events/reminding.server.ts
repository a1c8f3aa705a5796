import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { findReadable, listHolders, type TellAsked } from '../adoptions/asking.server.ts'
import { inTurn } from '../in-turn.server.ts'
import { REMINDED_AFTER } from './events.limits.ts'
import { openPresentations } from './presentations.server.ts'

type Due = { event_id: string; collectivity_code: string }

/**
 * Reminds collectivities of what they presented and have neither written up nor declined, two, six and
 * twelve weeks after it was listed: one mail for all of one event, to whoever holds a seat there then and
 * may read the event. While there is nobody, nothing is asked. A job calls it now and then.
 */
export async function remindPresenters(db: Db, tell: TellAsked, now = new Date()) {
  for (const due of await listDue(db, now)) await inTurn(() => remind(db, due, { tell, now }))
}

async function listDue(db: Db, now: Date) {
  const { rows } = await sql<Due>`select distinct presentation.event_id,
      presentation.collectivity_code
    from presentation join item on item.id = presentation.event_id
    where ${isDue(now)} and item.hidden_at is null`.execute(db)
  return rows
}

async function remind(db: Db, due: Due, { tell, now }: { tell: TellAsked; now: Date }) {
  const { event_id, collectivity_code } = due
  await db.transaction().execute(async (trx) => {
    const holders = await listHolders(trx, { collectivity_code })
    if (holders.length === 0) return
    for (const { viewer, email } of holders) {
      const { id, name, lang } = viewer
      const item = await findReadable(trx, viewer, event_id)
      if (!item) continue
      const open = await openPresentations(trx, viewer, lang)
        .where('presentation.event_id', '=', event_id)
        .where('presentation.collectivity_code', '=', collectivity_code)
        .executeTakeFirst()
      if (open) await tell(trx, { id, name, email, lang, about: 'presented', item })
    }
    await trx
      .updateTable('presentation')
      .set({ reminded: timesDue(now) })
      .where('event_id', '=', event_id)
      .where('collectivity_code', '=', collectivity_code)
      .where(isDue(now))
      .execute()
  })
}

function isDue(now: Date) {
  return sql<boolean>`(presentation.declined_at is null and presentation.reminded < 3
    and presentation.reminded < ${timesDue(now)})`
}

// Of several that are due at once the last is sent alone.
function timesDue(now: Date) {
  const since = REMINDED_AFTER.map((weeks) => new Date(now.getTime() - weeks * 7 * 86_400_000))
  const parts = since.map((day) => sql`(presentation.created_at <= ${day.toISOString()})`)
  return sql<number>`(${sql.join(parts, sql` + `)})`
}
