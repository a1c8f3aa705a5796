import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/sqlite'
import type { Db } from '#db/client.server.ts'
import { NOTICE } from '../personal-data/notice.ts'
import type { SignedIn } from './viewer.ts'

/**
 * The person behind a session, with the seats that are confirmed and current today.
 * Takes a user's id; gives undefined when there is no such account or it is suspended.
 */
export async function findViewer(db: Db, userId: string): Promise<SignedIn | undefined> {
  const today = new Date().toISOString().slice(0, 10)
  const user = await db
    .selectFrom('user')
    .where('user.id', '=', userId)
    .where('suspended_at', 'is', null)
    .select(['id', 'handle', 'name', 'lang', 'role', 'email_confirmed_at'])
    .select(
      sql<0 | 1>`not exists (select 1 from consent
        where consent.user_id = user.id and consent.notice = ${NOTICE})`.as('notice_waits'),
    )
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('seat')
          .whereRef('seat.user_id', '=', 'user.id')
          .where('confirmed_at', 'is not', null)
          .where((or) => or.or([or('ends_on', 'is', null), or('ends_on', '>=', today)]))
          .where((or) => or.or([or('starts_on', 'is', null), or('starts_on', '<=', today)]))
          .orderBy('created_at')
          .select(['seat.id', 'seat.collectivity_code', 'seat.function']),
      ).as('seats'),
    )
    .executeTakeFirst()
  if (!user) return undefined
  const { email_confirmed_at, notice_waits, seats, ...rest } = user
  return {
    ...rest,
    email_confirmed: email_confirmed_at !== null,
    role_waits: false,
    notice_waits: Boolean(notice_waits),
    seats: typeof seats === 'string' ? (JSON.parse(seats) as SignedIn['seats']) : seats,
  }
}
