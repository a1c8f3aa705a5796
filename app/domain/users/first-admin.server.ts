import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { record } from '../moderation/audit.server.ts'
import { giveConsent } from '../personal-data/consents.server.ts'
import { indexName } from '../search/names.server.ts'
import { addUser } from './accounts.server.ts'
import { hashPassword } from './passwords.server.ts'
import { forgetSecondFactor } from './second-factor.server.ts'
import { endSessions } from './sessions.server.ts'
import { findToken, issueToken, useToken } from './tokens.server.ts'

/**
 * While there is no administrator: the secret of a link with which the first one comes in, valid
 * for a day; older ones are worthless from then on. Undefined once there is an administrator.
 */
export function createFirstAdminToken(db: Db) {
  return db.transaction().execute(async (trx) => {
    if (await hasAdmin(trx)) return undefined
    return issueToken(trx, { kind: 'first_admin', user_id: null })
  })
}

/** Whether the link still lets the first administrator in. */
export async function isFirstAdminToken(db: Db, secret: string) {
  return !(await hasAdmin(db)) && (await findToken(db, ['first_admin'], secret)) !== undefined
}

type First = { name: string; email: string; password: string; lang: Lang }

/**
 * Makes the first administrator, with a confirmed address, and uses the link up; an account of
 * that address becomes theirs. Gives the id, or undefined when the link can't be used any more.
 */
export async function acceptFirstAdmin(db: Db, secret: string, first: First) {
  const { name, email, lang, password } = first
  const password_hash = await hashPassword(password)
  return db.transaction().execute(async (trx) => {
    if (await hasAdmin(trx)) return undefined
    if (!(await useToken(trx, ['first_admin'], secret))) return undefined
    const admin = { password_hash, role: 'admin', email_confirmed_at: now() } as const
    const id =
      (await promote(trx, email, { ...admin, name })) ??
      (await addUser(trx, { name, email, lang, ...admin }))
    await giveConsent(trx, id)
    await record(trx, { id }, { verb: 'first_admin', subject: { kind: 'user', id } })
    return id
  })
}

async function promote(
  trx: Db,
  email: string,
  changes: { name: string; password_hash: string; role: 'admin'; email_confirmed_at: string },
) {
  const row = await trx
    .updateTable('user')
    .set({ ...changes, suspended_at: null, suspended_reason: null })
    .where('email', '=', email)
    .returning('id')
    .executeTakeFirst()
  // Whoever made the account before may have been somebody else.
  if (!row) return undefined
  await endSessions(trx, row.id)
  await forgetSecondFactor(trx, row.id)
  await indexName(trx, { kind: 'person', ref: row.id, name: changes.name })
  return row.id
}

async function hasAdmin(db: Db) {
  const row = await db
    .selectFrom('user')
    .where('role', '=', 'admin')
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

function now() {
  return new Date().toISOString()
}
