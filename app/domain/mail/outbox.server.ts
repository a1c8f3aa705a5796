import type { Insertable } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { orderedId } from '#db/id.ts'
import type { MailTable } from '#db/schema.ts'
import { undoneUntil } from '../moderation/audit.server.ts'

type NewMail = Pick<
  Insertable<MailTable>,
  | 'user_id'
  | 'recipient'
  | 'lang'
  | 'subject'
  | 'body'
  | 'item_id'
  | 'space_id'
  | 'act_id'
  | 'due_at'
  | 'choosable'
  | 'sums_since'
> & { id?: string }

/**
 * Puts mails into the outbox, in the transaction of what it tells of; a job sends them. One that
 * names an item or a space is sent only if the person may still see that then. One that names an act
 * of the audit log waits until that can no longer be undone: what was sent cannot be taken back.
 */
export async function queueMail(trx: Db, ...mails: NewMail[]) {
  const queued = mails.map((mail) => {
    return { id: orderedId(), ...mail, ...(mail.act_id ? { due_at: undoneUntil() } : {}) }
  })
  for (let at = 0; at < queued.length; at += AT_ONCE) {
    await trx
      .insertInto('mail')
      .values(queued.slice(at, at + AT_ONCE))
      .execute()
  }
}

// One statement may hold so many values and no more.
const AT_ONCE = 100
