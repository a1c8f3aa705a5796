import type { Db } from '#db/client.server.ts'

/** How many mails wait to be sent, and how many were given up. */
export async function countMails(db: Db) {
  const unsent = db
    .selectFrom('mail')
    .where('sent_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
  const waiting = await unsent.where('failed_at', 'is', null).executeTakeFirstOrThrow()
  const failed = await unsent.where('failed_at', 'is not', null).executeTakeFirstOrThrow()
  return { waiting: waiting.count, failed: failed.count }
}
