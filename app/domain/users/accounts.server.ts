import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang, Row } from '#db/schema.ts'
import { indexName } from '../search/names.server.ts'
import { freeHandle } from './handles.server.ts'
import { hashPassword, isOutdated, verifyPassword } from './passwords.server.ts'
import { endSessions } from './sessions.server.ts'
import { voidTokens } from './tokens.server.ts'

type New = {
  name: string
  email: string
  lang: Lang
  password_hash: string | null
  role?: Row<'user'>['role']
  email_confirmed_at?: string
}

/** Makes an account with a free handle; gives its id. Throws when the address has one already. */
export async function addUser(trx: Db, { email, ...given }: New) {
  const id = newId()
  const handle = await freeHandle(trx, given.name)
  await trx
    .insertInto('user')
    .values({ id, handle, email: email.toLowerCase(), ...given })
    .execute()
  await indexName(trx, { kind: 'person', ref: id, name: given.name })
  return id
}

/** Whom to write to at an address; undefined when no account has it. */
export function findByEmail(db: Db, email: string) {
  return db
    .selectFrom('user')
    .where('email', '=', email.toLowerCase())
    .select(['id', 'name', 'email', 'lang', 'password_hash', 'suspended_at'])
    .executeTakeFirst()
}

/**
 * Who signs in with an address and a password; undefined for a wrong pair, in the same time
 * whether the account exists or not. A hash with older parameters is made again on the way.
 */
export async function checkPassword(db: Db, email: string, password: string) {
  const user = await findByEmail(db, email)
  const fits = await verifyPassword(user?.password_hash ?? null, password)
  if (!user?.password_hash || !fits) return undefined
  if (isOutdated(user.password_hash)) await storePassword(db, user.id, await hashPassword(password))
  return { id: user.id, lang: user.lang, suspended: user.suspended_at !== null }
}

/** Whether this is the present password of a person who has signed in. */
export async function isPasswordOf(db: Db, userId: string, password: string) {
  const user = await db
    .selectFrom('user')
    .where('id', '=', userId)
    .select('password_hash')
    .executeTakeFirst()
  return verifyPassword(user?.password_hash ?? null, password)
}

/** Stores the hash of a new password. */
export async function storePassword(trx: Db, userId: string, password_hash: string) {
  await trx.updateTable('user').set({ password_hash }).where('id', '=', userId).execute()
}

type Person = Pick<Row<'user'>, 'id' | 'name' | 'email' | 'lang'>

/**
 * Changes the password of a person who has signed in: all other sessions end, links for a reset
 * are worthless, and the person is told (`tell` writes the mail, in the same transaction).
 */
export async function changePassword(
  db: Db,
  userId: string,
  { password, keep }: { password: string; keep: string | null },
  tell: (trx: Db, person: Person) => Promise<void>,
) {
  const hash = await hashPassword(password)
  await db.transaction().execute(async (trx) => {
    await storePassword(trx, userId, hash)
    await endSessions(trx, userId, keep)
    await voidTokens(trx, 'reset_password', userId)
    await tell(trx, { id: userId, ...(await findProfile(trx, userId)) })
  })
}

type Profile = Pick<Row<'user'>, 'name' | 'handle' | 'about' | 'lang'>

/** The settings of an account, for its owner. */
export function findProfile(db: Db, userId: string) {
  return db
    .selectFrom('user')
    .where('id', '=', userId)
    .select(['name', 'handle', 'about', 'lang', 'email', 'email_confirmed_at', 'suspended_at'])
    .executeTakeFirstOrThrow()
}

/** Changes one's own profile; gives false, and changes nothing, when another has the handle. */
export function updateProfile(db: Db, userId: string, profile: Profile) {
  return db.transaction().execute(async (trx) => {
    const other = await trx
      .selectFrom('user')
      .where('handle', '=', profile.handle)
      .where('id', '!=', userId)
      .select('id')
      .executeTakeFirst()
    if (other) return false
    await trx.updateTable('user').set(profile).where('id', '=', userId).execute()
    await indexName(trx, { kind: 'person', ref: userId, name: profile.name })
    return true
  })
}
