import type { LoaderFunctionArgs } from '@remix-run/node'
import { findChallenge } from '#app/domain/challenges/challenges.server.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { findPost } from '#app/domain/posts/posts.server.ts'
import { findSpaceById } from '#app/domain/spaces/spaces.server.ts'
import { findThread } from '#app/domain/threads/threads.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'
import { requireTries } from './limit.server.ts'
import { found, langPath, redirectTo } from './respond.server.ts'

/** The thread of the address with the space around it; absent or not for this viewer: 404. */
export async function openThreadAt({ request, context, params }: LoaderFunctionArgs) {
  const { viewer } = context
  const lang = langOf(request)
  const thread = found(await findThread(db, viewer, lang, params.id ?? ''))
  return { lang, thread, around: await spaceAround(viewer, thread) }
}

/** The challenge of the address with the space around it; absent or not for this viewer: 404. */
export async function openChallengeAt({ request, context, params }: LoaderFunctionArgs) {
  const { viewer } = context
  const lang = langOf(request)
  const challenge = found(await findChallenge(db, viewer, lang, params.id ?? ''))
  return { lang, challenge, around: await spaceAround(viewer, challenge) }
}

/** The challenge that a list is asked to be about, with the space around it; none as if not asked for. */
export async function challengeAskedFor({ request, context }: LoaderFunctionArgs) {
  const { viewer } = context
  const id = new URL(request.url).searchParams.get('challenge')
  const challenge = id === null ? undefined : await findChallenge(db, viewer, langOf(request), id)
  return challenge && { challenge, around: await spaceAround(viewer, challenge) }
}

/** The reply of the address with its thread and space; absent or not for this viewer: 404. */
export async function openPostAt({ request, context, params }: LoaderFunctionArgs) {
  const { viewer } = context
  const lang = langOf(request)
  const post = found(await findPost(db, viewer, lang, params.id ?? ''))
  const thread = found(await findThread(db, viewer, lang, post.thread_id))
  return { lang, post, thread, around: await spaceAround(viewer, thread) }
}

// What stands in a space must never be taken for something that stands in the open.
export async function spaceAround(viewer: Viewer, { space_id }: { space_id: string | null }) {
  return space_id === null ? undefined : found(await findSpaceById(db, viewer, space_id))
}

export function langOf(request: Request) {
  return langOfPath(new URL(request.url).pathname)
}

/** Counts a small deed (a reaction, a link) among the writing of a person; throws the answer 429. */
export async function limitDeeds(args: LoaderFunctionArgs, viewer: { id: string }) {
  await requireTries(args, ['post', viewer.id])
}

/** Leads to an item's page; its slug may hold letters that a header may not. */
export function toItem(
  request: Request,
  item: Parameters<typeof itemPath>[0],
  { flash, end = '' }: { flash?: string; end?: string } = {},
) {
  return redirectTo(encodeURI(langPath(request, itemPath(item))) + end, { flash })
}
