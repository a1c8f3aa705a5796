import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { digest } from '#app/domain/users/digest.server.ts'
import {
  endSession,
  endSessions,
  noteUse,
  prolongSession,
  SESSION_DAYS,
} from '#app/domain/users/sessions.server.ts'
import { findSession } from '#app/domain/users/users.server.ts'
import { hasHttps } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { cookieName, readCookie } from './cookies.server.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createLucia>
    DatabaseSessionAttributes: Pick<Row<'session'>, 'user_agent' | 'second_factor_at'>
    DatabaseUserAttributes: Found
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof findSession>>>

const NAME = 'multaqa_session'

export const SESSION_COOKIE = cookieName(NAME)

export const lucia = createLucia()

/**
 * The secret of the session that a request comes with, or null. Lucia's own way decodes all cookies of the
 * host, and fails at one of another program that is not encoded.
 */
export function sessionSecret(request: Request) {
  return readCookie(request, NAME)
}

function createLucia() {
  return new Lucia(adapter(), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
    getUserAttributes: (attributes) => attributes,
    sessionCookie: {
      name: SESSION_COOKIE,
      // The cookie outlives its session: what is posted after that still says whose it was.
      expires: false,
      attributes: { secure: hasHttps(), sameSite: 'lax', path: '/' },
    },
  })
}

// Lucia's own adapters keep the session's id as it stands in the cookie; this one keeps its hash,
// and ends sessions where they delete them: see `ending` in sessions.server.ts.
function adapter(): Adapter {
  return {
    async getSessionAndUser(id) {
      const found = await findSession(db, digest(id))
      if (!found) return [null, null]
      return [toSession(id, found.session), { id: found.viewer.id, attributes: found }]
    },
    async getUserSessions(userId) {
      const rows = await db
        .selectFrom('session')
        .where('user_id', '=', userId)
        .selectAll()
        .execute()
      return rows.map((row) => toSession(row.id, row))
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const row = { id: digest(id), user_id: userId, expires_at: expiresAt.toISOString() }
      await db
        .insertInto('session')
        .values({ ...row, ...attributes, user_agent: attributes.user_agent.slice(0, 300) })
        .execute()
      await noteUse(db, userId)
    },
    async updateSessionExpiration(id, expiresAt) {
      await prolongSession(db, digest(id), expiresAt)
    },
    async deleteSession(id) {
      const row = await db
        .selectFrom('session')
        .where('id', '=', digest(id))
        .select(['id', 'user_id'])
        .executeTakeFirst()
      if (row) await endSession(db, { id: row.user_id }, row.id)
    },
    async deleteUserSessions(userId) {
      await endSessions(db, userId)
    },
    // The job of all that is kept for a time does it.
    async deleteExpiredSessions() {},
  }
}

function toSession(id: string, row: Row<'session'>): DatabaseSession {
  const attributes = { user_agent: row.user_agent, second_factor_at: row.second_factor_at }
  return { id, userId: row.user_id, expiresAt: new Date(row.expires_at), attributes }
}
