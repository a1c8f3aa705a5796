import type { AppLoadContext } from '@remix-run/node'
import { endSession } from '#app/domain/users/sessions.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cookieFor } from './cookies.server.ts'
import { lucia } from './lucia.server.ts'

const YEAR = 31_536_000

type Args = { request: Request; context: AppLoadContext }

/** Opens a new session for a person and ends the one that the request came with; gives the cookies. */
export async function openSession({ request, context }: Args, userId: string) {
  const { viewer, sessionId } = context
  if (viewer && sessionId) await endSession(db, viewer, sessionId)
  const user_agent = request.headers.get('user-agent') ?? ''
  const session = await lucia.createSession(userId, { user_agent })
  const lang = langOfPath(new URL(request.url).pathname)
  return [lucia.createSessionCookie(session.id).serialize(), langCookie(lang)]
}

/** Ends the session of the request; gives the cookie that takes its cookie away. */
export async function closeSession({ context }: Pick<Args, 'context'>) {
  const { viewer, sessionId } = context
  if (viewer && sessionId) await endSession(db, viewer, sessionId)
  return [lucia.createBlankSessionCookie().serialize()]
}

/** The cookie by which an address without a language finds the reader's. */
export function langCookie(lang: Lang) {
  return cookieFor('lang', lang, YEAR)
}
