import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { digest, newSecret } from './digest.server.ts'

type Kind = Row<'token'>['kind']

const HOURS: Record<Kind, number> = {
  confirm_email: 72,
  reset_password: 2,
  change_email: 24,
  first_admin: 24,
}

type For = { kind: Kind; user_id: string | null; email?: string }

/**
 * Makes a secret for a link. Only its hash is kept, it works once, it runs out, and it takes the
 * place of older ones of the same kind for the same person.
 */
export async function issueToken(trx: Db, { kind, user_id, email }: For, now = new Date()) {
  await voidTokens(trx, kind, user_id)
  const secret = newSecret()
  const expires = new Date(now.getTime() + HOURS[kind] * 3_600_000)
  await trx
    .insertInto('token')
    .values({ hash: digest(secret), kind, user_id, email, expires_at: expires.toISOString() })
    .execute()
  return secret
}

/** What a secret stands for while it may still be used; looking does not use it. */
export function findToken(db: Db, kinds: Kind[], secret: string, now = new Date()) {
  return db
    .selectFrom('token')
    .where('hash', '=', digest(secret))
    .where('kind', 'in', kinds)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .select(['kind', 'user_id', 'email'])
    .executeTakeFirst()
}

/** Uses a secret up; gives what it stood for, or undefined when it could not be used any more. */
export function useToken(trx: Db, kinds: Kind[], secret: string, now = new Date()) {
  return trx
    .updateTable('token')
    .set({ used_at: now.toISOString() })
    .where('hash', '=', digest(secret))
    .where('kind', 'in', kinds)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['kind', 'user_id', 'email'])
    .executeTakeFirst()
}

/** Makes the unused links of a kind worthless. */
export async function voidTokens(trx: Db, kind: Kind, userId: string | null) {
  await trx
    .deleteFrom('token')
    .where('kind', '=', kind)
    .where('user_id', userId === null ? 'is' : '=', userId)
    .where('used_at', 'is', null)
    .execute()
}
