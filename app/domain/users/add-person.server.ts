import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang } from '#db/schema.ts'
import { record } from '../moderation/audit.server.ts'
import type { SeatFunction } from '../seats/functions.ts'
import { addUser } from './accounts.server.ts'
import { hashPassword } from './passwords.server.ts'

type Person = {
  name: string
  email: string
  password: string
  role: 'account' | 'facilitator' | 'admin'
  lang: Lang
  seat?: { collectivity_code: string; function: SeatFunction }
}

/**
 * Makes an account whose address needs no confirming and, with `seat`, a confirmed seat in that
 * collectivity: for whoever runs the program, who answers for both. Gives the id. Throws when the
 * address has an account, or the collectivity is not known.
 */
export async function addPerson(db: Db, { password, seat, ...given }: Person) {
  const password_hash = await hashPassword(password)
  const now = new Date().toISOString()
  return db.transaction().execute(async (trx) => {
    const id = await addUser(trx, { ...given, password_hash, email_confirmed_at: now })
    if (seat) {
      const row = { id: newId(), user_id: id, confirmed_at: now, starts_on: now.slice(0, 10) }
      await trx
        .insertInto('seat')
        .values({ ...row, ...seat })
        .execute()
    }
    const detail = { role: given.role, ...seat }
    await record(trx, null, { verb: 'user_added', subject: { kind: 'user', id }, detail })
    return id
  })
}

/** Everyone with an account, for whoever runs the program: oldest first, with their seats. */
export function listPeople(db: Db) {
  return db
    .selectFrom('user')
    .leftJoin('seat', (join) =>
      join.onRef('seat.user_id', '=', 'user.id').on('seat.confirmed_at', 'is not', null),
    )
    .orderBy('user.created_at')
    .orderBy('user.id')
    .select(['user.id', 'user.handle', 'user.name', 'user.email', 'user.role'])
    .select(['user.suspended_at', 'seat.collectivity_code', 'seat.function', 'seat.ends_on'])
    .execute()
}
