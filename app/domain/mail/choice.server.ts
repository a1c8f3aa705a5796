import type { Db } from '#db/client.server.ts'
import { newSecret } from '../users/digest.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { MailChoice } from './choice.ts'

type Person = Pick<SignedIn, 'id'>

/** What a person wants by mail of what happens on the forum. */
export async function findChoice(db: Db, { id }: Person): Promise<MailChoice> {
  const row = await db
    .selectFrom('mail_choice')
    .where('user_id', '=', id)
    .select('choice')
    .executeTakeFirst()
  return row?.choice ?? 'each'
}

/** Whose choice the key of a mail opens, and what they chose; undefined for no key of ours. */
export function findChoiceByKey(db: Db, key: string) {
  return db
    .selectFrom('mail_choice')
    .where('key', '=', key)
    .select(['user_id as id', 'choice'])
    .executeTakeFirst()
}

/** Notes what a person wants by mail. A daily mail tells of what comes from now on. */
export async function choose(db: Db, { id }: Person, choice: MailChoice, now = new Date()) {
  const chosen = { choice, summed_at: now.toISOString() }
  await db
    .insertInto('mail_choice')
    .values({ user_id: id, key: newSecret(), ...chosen })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet(chosen).where('mail_choice.choice', '<>', choice),
    )
    .execute()
}

/** What a person wants, as it stands, with the key to it for their mails; made with the first of them. */
export async function findChoiceAndKey(db: Db, { id }: Person) {
  await db
    .insertInto('mail_choice')
    .values({ user_id: id, key: newSecret() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db
    .selectFrom('mail_choice')
    .where('user_id', '=', id)
    .select(['choice', 'key'])
    .executeTakeFirstOrThrow()
}
