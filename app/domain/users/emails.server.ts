import type { Db } from '#db/client.server.ts'
import { storePassword } from './accounts.server.ts'
import { forgetDevices } from './devices.server.ts'
import { endSessions } from './sessions.server.ts'
import { useToken, voidTokens } from './tokens.server.ts'

/**
 * Uses up the link that a mail carried and confirms its address, or puts the new address in the
 * place of the old one. Gives whose it was, with the old address when it changed; undefined when
 * the link can't be used any more or another account has the address by now.
 */
export async function confirmEmail(trx: Db, secret: string) {
  const token = await useToken(trx, ['confirm_email', 'change_email'], secret)
  if (!token?.user_id || !token.email) return undefined
  const before = await findPerson(trx, token.user_id)
  if (!before) return undefined
  // A link of before the address changed confirms nothing.
  if (token.kind === 'confirm_email' && before.email !== token.email) return undefined
  if (before.email !== token.email && (await isTaken(trx, token.email))) return undefined
  await setEmail(trx, token.user_id, token.email)
  await voidTokens(trx, 'reset_password', token.user_id)
  return { person: before, kind: token.kind, email: token.email }
}

/**
 * Sets a new password (its hash) by the link that a mail carried; the mail was read, so the address is
 * confirmed, and all sessions end. Gives whose it was, or undefined when the link can't be used.
 */
export async function resetPassword(trx: Db, secret: string, passwordHash: string) {
  const token = await useToken(trx, ['reset_password'], secret)
  const person = token?.user_id && (await findPerson(trx, token.user_id))
  if (!person || person.email !== token.email) return undefined
  await storePassword(trx, person.id, passwordHash)
  await setEmail(trx, person.id, person.email)
  await voidTokens(trx, 'change_email', person.id)
  await endSessions(trx, person.id)
  await forgetDevices(trx, person.id)
  return person
}

function findPerson(trx: Db, id: string) {
  return trx
    .selectFrom('user')
    .where('id', '=', id)
    .where('suspended_at', 'is', null)
    .select(['id', 'name', 'email', 'lang'])
    .executeTakeFirst()
}

async function isTaken(trx: Db, email: string) {
  const row = await trx
    .selectFrom('user')
    .where('email', '=', email)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

async function setEmail(trx: Db, id: string, email: string) {
  await trx
    .updateTable('user')
    .set({ email, email_confirmed_at: new Date().toISOString() })
    .where('id', '=', id)
    .execute()
}
