import type { AppLoadContext } from '@remix-run/node'
import { deviceOf } from '#app/domain/users/device.ts'
import { isRecentProof, noteSession } from '#app/domain/users/sessions.server.ts'
import { canWrite } from '#app/domain/users/users.policy.ts'
import { isAdmin, isFacilitator, isMember, type SignedIn } from '#app/domain/users/viewer.ts'
import { settings } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import { keepForm } from './kept-form.server.ts'
import { requireTries } from './limit.server.ts'
import { lucia, sessionSecret } from './lucia.server.ts'
import { allowed, langPath, redirectTo } from './respond.server.ts'

type Who = Pick<AppLoadContext, 'viewer' | 'sessionId' | 'provedAt'> & { cookies: string[] }

/** Who sends this request, from its session cookie; with the cookies that the answer must set. */
export async function authenticate(request: Request): Promise<Who> {
  const secret = sessionSecret(request)
  const nobody = { viewer: null, sessionId: null, provedAt: null, cookies: [] as string[] }
  if (!secret) return nobody

  const { session, user } = await lucia.validateSession(secret)
  if (!session) return { ...nobody, cookies: [lucia.createBlankSessionCookie().serialize()] }

  const { viewer, session: kept } = user
  await noteSession(db, kept)
  const cookies = session.fresh ? [lucia.createSessionCookie(secret).serialize()] : []
  const role_waits = waits(viewer, kept.second_factor_at !== null)
  return {
    viewer: { ...viewer, role_waits, from: originOf(request) },
    sessionId: kept.id,
    provedAt: kept.proved_at ?? kept.created_at,
    cookies,
  }
}

// The part of the forum whose page had the button, and the browser: enough to know one's own acts by.
function originOf(request: Request) {
  const { browser, system } = deviceOf(request.headers.get('user-agent') ?? '')
  const page = request.headers.get('referer') ?? ''
  const [, , part = ''] = new URL(URL.canParse(page) ? page : request.url).pathname.split('/')
  return {
    place: /^[a-z-]{1,60}$/.test(part) ? part : '',
    device: [browser, system].filter(Boolean).join(' · '),
  }
}

function waits({ role }: SignedIn, secondFactor: boolean) {
  return role !== 'account' && !secondFactor && settings().REQUIRE_SECOND_FACTOR === 'yes'
}

type Args = { request: Request; context: AppLoadContext }

/**
 * The signed-in person, or an answer thrown that leads to the sign-in page and back. What was
 * posted is kept and given back after signing in, so that an expired session loses nothing. For
 * leaving and for one's own data: all else asks `requireViewer`.
 */
export async function requireSignedIn({ request, context }: Args): Promise<SignedIn> {
  const { viewer } = context
  if (viewer && request.method === 'POST')
    await requireTries({ request, context }, ['act', viewer.id])
  if (viewer) return viewer
  throw await detour({ request, context }, '/login')
}

/**
 * The signed-in person when they have accepted the notice on personal data as it now stands; else an
 * answer thrown that leads to it, and back. What was posted is kept meanwhile.
 */
export async function requireViewer(args: Args): Promise<SignedIn> {
  const viewer = await requireSignedIn(args)
  if (viewer.notice_waits) throw await detour(args, '/notice')
  return viewer
}

/**
 * The signed-in person when they proved who they are a short while ago; else an answer thrown that
 * leads to where they do it again, and back. For what guards an account, and who may run the forum.
 */
export async function requireRecentProof(args: Args) {
  return provedLately(args, await requireViewer(args))
}

/** The same for one's own data, which needs no notice to be accepted. */
export async function requireProofOfOwner(args: Args) {
  return provedLately(args, await requireSignedIn(args))
}

async function provedLately(args: Args, viewer: SignedIn) {
  if (args.context.provedAt && isRecentProof(args.context.provedAt)) return viewer
  throw await detour(args, '/login/again')
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
  await requireRoleInForce(args, viewer)
  allowed(isFacilitator(viewer))
  return viewer
}

/** The signed-in administrator; else the answer 403, or the sign-in page. */
export async function requireAdmin(args: Args) {
  const viewer = await requireActor(args)
  await requireRoleInForce(args, viewer)
  allowed(isAdmin(viewer))
  return viewer
}

/** Throws an answer that leads to where the second factor is set up, while the role waits for it. */
export async function requireRoleInForce(args: Args, viewer: SignedIn) {
  if (viewer.role_waits) throw await detour(args, '/settings/security?needed=1')
}

// What was posted is kept, and `to` says where it is given back.
async function detour({ request, context }: Args, path: string) {
  const url = new URL(request.url)
  const to = url.pathname.replace(/\.data$/, '') + url.search
  const cookies = request.method === 'GET' ? [] : await keepForm(request, context.ip)
  const sign = path.includes('?') ? '&' : '?'
  return redirectTo(`${langPath(request, path)}${sign}to=${encodeURIComponent(to)}`, { cookies })
}
