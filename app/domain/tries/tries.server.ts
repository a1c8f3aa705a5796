import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { TRIES, type TryKind } from './tries.limits.ts'

/**
 * Counts one more try. Takes the kind and who tries (an address or an account's id); gives 0 when
 * it is within the limit, else the seconds to wait. Kept in the database, so across restarts.
 */
export async function countTry(db: Db, kind: TryKind, who: string, now = new Date()) {
  const { max, minutes } = TRIES[kind]
  const resetsAt = new Date(now.getTime() + minutes * 60_000).toISOString()
  const row = await db
    .insertInto('try')
    .values({ key: `${kind}:${who}`, count: 1, resets_at: resetsAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`case when resets_at <= ${now.toISOString()} then 1 else count + 1 end`,
        resets_at: sql`case when resets_at <= ${now.toISOString()} then ${resetsAt} else resets_at end`,
      }),
    )
    .returning(['count', 'resets_at'])
    .executeTakeFirstOrThrow()
  if (row.count <= max) return 0
  return Math.max(1, Math.ceil((Date.parse(row.resets_at) - now.getTime()) / 1000))
}

/**
 * Counts one more try of signing in. Takes and gives what `countTry` does, but past the limit one try
 * a minute still goes through: guessing slows down, and nobody is locked out by another's guesses.
 */
export async function countSlowly(db: Db, kind: TryKind, who: string, now = new Date()) {
  const wait = await countTry(db, kind, who, now)
  return wait && (await countTry(db, 'sign_in_slow', `${kind}:${who}`, now))
}

/** Forgets the tries of one kind by one person, as after a sign-in that worked. */
export async function clearTries(db: Db, kind: TryKind, who: string) {
  await db.deleteFrom('try').where('key', '=', `${kind}:${who}`).execute()
}

/** Takes one try back: one that succeeded is no attempt at guessing. */
export async function giveBackTry(db: Db, kind: TryKind, who: string) {
  await db
    .updateTable('try')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', `${kind}:${who}`)
    .where('count', '>', 0)
    .execute()
}
