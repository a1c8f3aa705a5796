import type { AppLoadContext } from '@remix-run/node'
import { digest } from '#app/domain/users/digest.server.ts'
import { findViewer } from '#app/domain/users/users.server.ts'
import { canWrite } from '#app/domain/users/users.policy.ts'
import {
  isAdmin,
  isFacilitator,
  isMember,
  type SignedIn,
  type Viewer,
} from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { keepForm } from './kept-form.server.ts'
import { lucia } from './lucia.server.ts'
import { allowed, langPath, redirectTo } from './respond.server.ts'

const SEEN_EVERY = 10 * 60_000

/** Who sends this request, from its session cookie; with the cookies that the answer must set. */
export async function authenticate(request: Request) {
  const secret = lucia.readSessionCookie(request.headers.get('cookie') ?? '')
  const nobody = { viewer: null as Viewer, sessionId: null, cookies: [] as string[] }
  if (!secret) return nobody

  const { session, user } = await lucia.validateSession(secret)
  const viewer = user && (await findViewer(db, user.id))
  if (!session || !viewer) {
    return { ...nobody, cookies: [lucia.createBlankSessionCookie().serialize()] }
  }
  const sessionId = digest(secret)
  await touch(sessionId)
  const cookies = session.fresh ? [lucia.createSessionCookie(secret).serialize()] : []
  return { viewer: viewer as Viewer, sessionId, cookies }
}

type Args = { request: Request; context: AppLoadContext }

/**
 * The signed-in person, or an answer thrown that leads to the sign-in page and back. What was
 * posted is kept and given back after signing in, so that an expired session loses nothing.
 */
export async function requireViewer({ request, context }: Args): Promise<SignedIn> {
  if (context.viewer) return context.viewer
  const url = new URL(request.url)
  const to = url.pathname.replace(/\.data$/, '') + url.search
  const cookies = request.method === 'GET' ? [] : await keepForm(request, context.ip)
  throw redirectTo(`${langPath(request, '/login')}?to=${encodeURIComponent(to)}`, { cookies })
}

/**
 * The signed-in person when their mail address is confirmed: reading needs none, writing does. Else
 * an answer thrown that leads to where a new link can be had; what was posted is kept meanwhile.
 */
export async function requireWriter(args: Args) {
  const viewer = await requireViewer(args)
  if (canWrite(viewer)) return viewer
  const { request, context } = args
  const cookies = request.method === 'GET' ? [] : await keepForm(request, context.ip)
  throw redirectTo(langPath(request, '/settings/email?needed=1'), { cookies })
}

/** Whoever signed in may read what only they may; posting there needs what `requireWriter` asks. */
export function requireActor(args: Args) {
  return args.request.method === 'POST' ? requireWriter(args) : requireViewer(args)
}

/** The signed-in person when they hold a confirmed seat; else the answer 403, or the sign-in page. */
export async function requireMember(args: Args) {
  const viewer = await requireActor(args)
  allowed(isMember(viewer))
  return viewer
}

/** The signed-in facilitator or administrator; else the answer 403, or the sign-in page. */
export async function requireFacilitator(args: Args) {
  const viewer = await requireActor(args)
  allowed(isFacilitator(viewer))
  return viewer
}

/** The signed-in administrator; else the answer 403, or the sign-in page. */
export async function requireAdmin(args: Args) {
  const viewer = await requireActor(args)
  allowed(isAdmin(viewer))
  return viewer
}

// Looked up before it is written: an UPDATE takes the write lock even when it changes nothing.
async function touch(sessionId: string) {
  const before = new Date(Date.now() - SEEN_EVERY).toISOString()
  const stale = await db
    .selectFrom('session')
    .where('id', '=', sessionId)
    .where('last_seen_at', '<', before)
    .select('id')
    .executeTakeFirst()
  if (!stale) return
  await db
    .updateTable('session')
    .set({ last_seen_at: new Date().toISOString() })
    .where('id', '=', sessionId)
    .execute()
}
