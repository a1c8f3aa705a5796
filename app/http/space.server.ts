import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Standing } from '#app/domain/spaces/spaces.policy.ts'
import { findSpace, type FoundSpace } from '#app/domain/spaces/spaces.server.ts'
import type { SignedIn, Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { allowed, found, langPath, redirectTo } from './respond.server.ts'
import { requireActor } from './viewer.server.ts'

type Can = (viewer: Viewer, standing: Standing) => boolean

/** The space of the address; absent or not for this viewer: 404. */
export async function openSpace({ context, params }: LoaderFunctionArgs) {
  return found(await findSpace(db, context.viewer, params.slug ?? ''))
}

/**
 * The space of the address and the signed-in person, when they may do this in it. Signing in is
 * asked for first, whether there is such a space or not; then 404, then 403.
 */
export async function openSpaceAs(
  args: LoaderFunctionArgs,
  can: Can,
): Promise<{ viewer: SignedIn; space: FoundSpace }> {
  const viewer = await requireActor(args)
  const space = await openSpace(args)
  allowed(can(viewer, standingIn(space)))
  return { viewer, space }
}

export function standingIn(space: FoundSpace): Standing {
  return { space, role: space.role }
}

/** Leads to a page of a space; a slug may hold letters that a header may not. */
export function toSpace(request: Request, { slug }: { slug: string }, page = '', flash?: string) {
  return redirectTo(langPath(request, encodeURI(`/spaces/${slug}${page}`)), { flash })
}

/** What an address that only takes forms answers to a reader: the page that has the form. */
export function backToSpace({ request, params }: LoaderFunctionArgs, page = '') {
  return toSpace(request, { slug: params.slug ?? '' }, page)
}
