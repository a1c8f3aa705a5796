import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'

/**
 * Says anew how far an adoption has come: what the last of its steps says, by the day it tells of, of
 * those that are not hidden. To be called in the transaction of whatever adds, hides or restores one;
 * takes the step's id.
 */
export async function restate(trx: Db, stepId: string) {
  const step = await trx
    .selectFrom('adoption_step')
    .where('item_id', '=', stepId)
    .select('adoption_id')
    .executeTakeFirstOrThrow()
  const last = sql`from adoption_step as step join item as shown on shown.id = step.item_id
    where step.adoption_id = adoption.id and shown.state = 'published' and shown.hidden_at is null
    order by step.happened_on desc, shown.published_at desc, shown.id desc limit 1`
  await trx
    .updateTable('adoption')
    .set({
      status: sql<null>`(select step.status ${last})`,
      since: sql<string>`(select step.happened_on ${last})`,
    })
    .where('adoption.id', '=', step.adoption_id)
    .execute()
}
