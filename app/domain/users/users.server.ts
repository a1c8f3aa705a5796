import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/sqlite'
import type { Db } from '#db/client.server.ts'
import { NOTICE } from '../personal-data/notice.ts'
import type { SignedIn } from './viewer.ts'

/**
 * A person as one who asks, with the seats that are confirmed and current today.
 * Takes a user's id; gives undefined when there is no such account or it is suspended.
 */
export async function findViewer(db: Db, userId: string): Promise<SignedIn | undefined> {
  const row = await people(db).where('user.id', '=', userId).executeTakeFirst()
  return row && toViewer(row)
}

/** These people as `findViewer` gives each; those who have no account, or a suspended one, are left out. */
export async function findViewers(db: Db, userIds: string[]): Promise<SignedIn[]> {
  const rows = await people(db)
    .where(sql<boolean>`user.id in (select value from json_each(${JSON.stringify(userIds)}))`)
    .execute()
  return rows.map(toViewer)
}

/**
 * A session, its person as one who asks, in one question: each request asks it. Takes the session's id
 * as it is stored; gives undefined when there is none, or its person's account is suspended.
 */
export async function findSession(db: Db, sessionId: string) {
  const row = await people(db)
    .innerJoin('session', 'session.user_id', 'user.id')
    .where('session.id', '=', sessionId)
    .select(['session.created_at', 'session.expires_at', 'session.user_agent'])
    .select(['last_seen_at', 'proved_at', 'second_factor_at'])
    .executeTakeFirst()
  if (!row) return undefined
  const { created_at, expires_at, user_agent, last_seen_at, proved_at, second_factor_at, ...rest } =
    row
  const times = { created_at, expires_at, last_seen_at, proved_at, second_factor_at }
  return {
    session: { ...times, id: sessionId, user_id: rest.id, user_agent },
    viewer: toViewer(rest),
  }
}

function people(db: Db) {
  const today = new Date().toISOString().slice(0, 10)
  return db
    .selectFrom('user')
    .where('suspended_at', 'is', null)
    .select(['user.id', 'handle', 'name', 'lang', 'role', 'email_confirmed_at'])
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
          .leftJoin('cycle_stage', 'cycle_stage.collectivity_code', 'seat.collectivity_code')
          .select(['seat.id', 'seat.collectivity_code', 'seat.function', 'cycle_stage.stage']),
      ).as('seats'),
    )
}

type Person = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

function toViewer({ email_confirmed_at, notice_waits, seats, ...rest }: Person): SignedIn {
  return {
    ...rest,
    email_confirmed: email_confirmed_at !== null,
    role_waits: false,
    notice_waits: Boolean(notice_waits),
    seats: typeof seats === 'string' ? (JSON.parse(seats) as SignedIn['seats']) : seats,
  }
}
