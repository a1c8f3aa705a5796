import type { Insertable } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { MailTable } from '#db/schema.ts'

type NewMail = Pick<
  Insertable<MailTable>,
  'user_id' | 'recipient' | 'lang' | 'subject' | 'body' | 'item_id' | 'space_id'
>

/**
 * Puts a mail into the outbox, in the transaction of what it tells of; a job sends it. One that
 * names an item or a space is sent only if the person may still see that then.
 */
export async function queueMail(trx: Db, mail: NewMail) {
  await trx
    .insertInto('mail')
    .values({ id: newId(), ...mail })
    .execute()
}
