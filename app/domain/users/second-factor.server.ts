import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { findProfile } from './accounts.server.ts'
import { listPasskeys } from './passkeys.server.ts'
import { countRecoveryCodes, issueRecoveryCodes, useRecoveryCode } from './recovery-codes.server.ts'
import { endSessions, markSecondFactor } from './sessions.server.ts'
import { newTotpSecret, stepOfCode } from './totp.server.ts'

type Person = Pick<Row<'user'>, 'id' | 'name' | 'email' | 'lang'>

/** Writes to the person in the transaction of the change. */
type Tell = (trx: Db, person: Person) => Promise<void>

/** Whether an account asks for a second factor after the password. */
export async function hasSecondFactor(db: Db, userId: string) {
  return hasApp(await findTotp(db, userId)) || (await listPasskeys(db, userId)).length > 0
}

/** The app that shows a person's codes, confirmed or about to be. */
export function findTotp(db: Db, userId: string) {
  return db
    .selectFrom('totp')
    .where('user_id', '=', userId)
    .select(['secret', 'created_at', 'confirmed_at'])
    .executeTakeFirst()
}

/** Begins to set up an app with a new secret; one that is confirmed already stays as it is. */
export async function startTotp(db: Db, userId: string) {
  const secret = newTotpSecret()
  await db
    .insertInto('totp')
    .values({ user_id: userId, secret })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({ secret }).where('confirmed_at', 'is', null),
    )
    .execute()
}

/**
 * Confirms the app by a code it shows. All other sessions end, this one has given the second factor,
 * and the person is told. Gives the recovery codes when they are the first, to be shown once;
 * undefined for a wrong code.
 */
export async function confirmTotp(
  db: Db,
  userId: string,
  { code, sessionId, tell }: { code: string; sessionId: string | null; tell: Tell },
) {
  return db.transaction().execute(async (trx) => {
    if ((await findTotp(trx, userId))?.confirmed_at !== null) return undefined
    if (!(await useTotp(trx, userId, code))) return undefined
    const confirmed_at = new Date().toISOString()
    await trx.updateTable('totp').set({ confirmed_at }).where('user_id', '=', userId).execute()
    await tell(trx, await personOf(trx, userId))
    return secure(trx, userId, sessionId)
  })
}

type NewPasskey = Omit<Row<'passkey'>, 'user_id' | 'created_at' | 'last_used_at'>

/** Adds a passkey that `readNewPasskey` gave, under a name; all else as in `confirmTotp`. */
export async function addPasskey(
  db: Db,
  userId: string,
  { passkey, sessionId, tell }: { passkey: NewPasskey; sessionId: string | null; tell: Tell },
) {
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('passkey')
      .values({ ...passkey, user_id: userId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return undefined
    await tell(trx, await personOf(trx, userId))
    return secure(trx, userId, sessionId)
  })
}

/** Whether a code is the app's present one, used up by this, or a recovery code. */
export async function checkSecondFactor(db: Db, userId: string, typed: string) {
  const hasOne = hasApp(await findTotp(db, userId))
  if (hasOne && (await useTotp(db, userId, typed.replace(/\s/g, '')))) return 'app'
  return (await useRecoveryCode(db, userId, typed)) ? 'recovery_code' : undefined
}

/** Makes new recovery codes in the place of the former ones; the person is told. */
export function renewRecoveryCodes(db: Db, userId: string, tell: Tell) {
  return db.transaction().execute(async (trx) => {
    if (!(await hasSecondFactor(trx, userId))) return undefined
    await tell(trx, await personOf(trx, userId))
    return issueRecoveryCodes(trx, userId)
  })
}

/** Removes the app, and the recovery codes when nothing else is left; the person is told. */
export function removeTotp(db: Db, userId: string, tell: Tell) {
  return db.transaction().execute(async (trx) => {
    const totp = await findTotp(trx, userId)
    await trx.deleteFrom('totp').where('user_id', '=', userId).execute()
    if (!hasApp(totp)) return
    await afterRemoval(trx, userId, tell)
  })
}

/** Removes a passkey of a person's own, as `removeTotp` does the app; gives whether there was one. */
export function removePasskey(db: Db, userId: string, { id, tell }: { id: string; tell: Tell }) {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('passkey')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .returning('id')
      .executeTakeFirst()
    if (gone) await afterRemoval(trx, userId, tell)
    return gone !== undefined
  })
}

/** Removes every second factor without a word, in a transaction of something else. */
export async function forgetSecondFactor(trx: Db, userId: string) {
  await trx.deleteFrom('totp').where('user_id', '=', userId).execute()
  await trx.deleteFrom('passkey').where('user_id', '=', userId).execute()
  await trx.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  await markSecondFactor(trx, userId, null)
}

async function afterRemoval(trx: Db, userId: string, tell: Tell) {
  if (!(await hasSecondFactor(trx, userId))) await forgetSecondFactor(trx, userId)
  await tell(trx, await personOf(trx, userId))
}

// All other sessions end and this one has given the factor. Gives the recovery codes, if it is the
// first factor; whoever has codes keeps them.
async function secure(trx: Db, userId: string, sessionId: string | null) {
  await endSessions(trx, userId, sessionId)
  await markSecondFactor(trx, userId, new Date().toISOString())
  return (await countRecoveryCodes(trx, userId)) ? [] : issueRecoveryCodes(trx, userId)
}

function hasApp(totp: { confirmed_at: string | null } | undefined) {
  return Boolean(totp?.confirmed_at)
}

// A code works once, also in two requests at the same moment: the later one changes no row.
async function useTotp(db: Db, userId: string, code: string) {
  const totp = await findTotp(db, userId)
  const step = totp && stepOfCode(totp.secret, code)
  if (!step) return false
  const used = await db
    .updateTable('totp')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .returning('user_id')
    .executeTakeFirst()
  return used !== undefined
}

async function personOf(trx: Db, id: string): Promise<Person> {
  return { id, ...(await findProfile(trx, id)) }
}
