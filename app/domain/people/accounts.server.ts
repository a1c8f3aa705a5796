import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, pageOf } from '../items/page.ts'
import { now } from '../items/write.server.ts'
import { record } from '../moderation/audit.server.ts'
import { forgetSecondFactor, hasSecondFactor } from '../users/second-factor.server.ts'
import { endSessions, noteUse } from '../users/sessions.server.ts'
import { isAdmin, type SignedIn } from '../users/viewer.ts'
import type { Role } from './people.limits.ts'

/** Writes to the person concerned, in the transaction of what it tells of. */
export type Tell = (
  trx: Db,
  account: Account,
  what: { kind: string; reason: string; act?: string },
) => Promise<void>

export type Account = { id: string; name: string; email: string; lang: Lang; role: Role }

type Filter = { q?: string; role?: Role; suspended?: boolean; before?: Cursor }

/** A page of the accounts for administrators, the newest first; `q` is part of a name or address. */
export async function listAccounts(db: Db, { q, role, suspended, before }: Filter) {
  const rows = await db
    .selectFrom('user')
    .$if(Boolean(q), (qb) => qb.where(contains(q ?? '')))
    .$if(role !== undefined, (qb) => qb.where('role', '=', role ?? 'account'))
    .$if(suspended === true, (qb) => qb.where('suspended_at', 'is not', null))
    .$call(newestFirst('user.created_at', 'user.id', { after: before }))
    .select(['id', 'handle', 'name', 'email', 'role', 'created_at', 'suspended_at'])
    .select('email_confirmed_at')
    .execute()
  return pageOf(rows, (row) => row.created_at)
}

/** One account for administrators. */
export function findAccount(db: Db, handle: string) {
  return db
    .selectFrom('user')
    .where('handle', '=', handle)
    .select(['id', 'handle', 'name', 'email', 'role', 'lang', 'created_at'])
    .select(['email_confirmed_at', 'suspended_at', 'suspended_reason'])
    .executeTakeFirst()
}

/** Changes what an account may do; gives false when it would leave no administrator. */
export function changeRole(
  db: Db,
  viewer: SignedIn,
  account: Account,
  { role, tell }: { role: Role; tell: Tell },
) {
  return db.transaction().execute(async (trx) => {
    if (account.role === role) return true
    if (account.role === 'admin' && (await countAdmins(trx)) <= 1) return false
    await trx.updateTable('user').set({ role }).where('id', '=', account.id).execute()
    await log(trx, viewer, account, 'role_changed', { from: account.role, to: role })
    await tell(trx, { ...account, role }, { kind: 'role_changed', reason: '' })
    return true
  })
}

/**
 * Suspends an account: signed out everywhere, no signing in, until it is restored. Gives the act's id
 * in the log, or undefined when it would leave no administrator, as when two suspend each other.
 */
export function suspend(
  db: Db,
  viewer: SignedIn,
  account: Account,
  { reason, tell }: { reason: string; tell: Tell },
) {
  return db.transaction().execute(async (trx) => {
    if (account.role === 'admin' && (await countAdmins(trx)) <= 1) return undefined
    await setSuspension(trx, account.id, { suspended_at: now(), suspended_reason: reason })
    await endSessions(trx, account.id)
    const act = await log(trx, viewer, account, 'user_suspended', { reason }, {})
    await tell(trx, account, { kind: 'account_suspended', reason, act })
    return act
  })
}

/** Takes a suspension back; its person has from now on the time to come that everybody has. */
export function unsuspend(db: Db, viewer: SignedIn, account: Account, tell: Tell) {
  return db.transaction().execute(async (trx) => {
    await setSuspension(trx, account.id, { suspended_at: null, suspended_reason: null })
    await noteUse(trx, account.id)
    await log(trx, viewer, account, 'user_restored')
    await tell(trx, account, { kind: 'account_restored', reason: '' })
  })
}

/** Takes a suspension back as if it had not been. Gives whether there was one to take back. */
export async function undoSuspension(trx: Db, viewer: SignedIn, id: string) {
  if (!isAdmin(viewer)) return false
  const { numUpdatedRows } = await trx
    .updateTable('user')
    .set({ suspended_at: null, suspended_reason: null })
    .where('id', '=', id)
    .where('suspended_at', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes the second factor of somebody who can't give it any more; gives whether there was one. */
export function removeFactorOf(db: Db, viewer: SignedIn | null, account: Account, tell: Tell) {
  return db.transaction().execute(async (trx) => {
    if (!(await hasSecondFactor(trx, account.id))) return false
    await forgetSecondFactor(trx, account.id)
    await log(trx, viewer, account, 'second_factor_removed')
    await tell(trx, account, { kind: 'second_factor_removed', reason: '' })
    return true
  })
}

// A folded index would be of use to administrators alone, who search a few thousand names.
function contains(q: string) {
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(user.name like ${pattern} escape '\\' or user.email like ${pattern} escape '\\'
    or user.handle like ${pattern} escape '\\')`
}

async function countAdmins(trx: Db) {
  const { count } = await trx
    .selectFrom('user')
    .where('role', '=', 'admin')
    .where('suspended_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

type Suspension = Pick<Row<'user'>, 'suspended_at' | 'suspended_reason'>

async function setSuspension(trx: Db, id: string, suspension: Suspension) {
  await trx.updateTable('user').set(suspension).where('id', '=', id).execute()
}

function log(
  trx: Db,
  viewer: SignedIn | null,
  { id }: Account,
  verb: string,
  detail?: Record<string, unknown>,
  undo?: Record<string, unknown>,
) {
  return record(trx, viewer, { verb, subject: { kind: 'user', id }, detail, undo })
}
