import type { AppLoadContext } from '@remix-run/node'
import { isLang } from '#app/domain/languages.ts'
import { findPractice, type FoundPractice } from '#app/domain/practices/find.server.ts'
import {
  canEditPractice,
  canNameAuthors,
  canPublishAtOnce,
  canWritePractice,
} from '#app/domain/practices/practices.policy.ts'
import { hasAccepted } from '#app/domain/practices/standing.server.ts'
import type { Outcome } from '#app/domain/practices/save.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { allowed, found } from './respond.server.ts'
import { requireActor } from './viewer.server.ts'

type Args = { request: Request; params: { id?: string }; context: AppLoadContext }

/** The practice of the address, for someone who may change it; loader and action must agree. */
export async function openToEdit(args: Args) {
  const viewer = await requireActor(args)
  const item = found(await findPractice(db, viewer, args.params.id ?? ''))
  allowed(canEditPractice(viewer, item))
  return { viewer, item }
}

/** The practice of the address, for those who wrote it. */
export async function openToNameAuthors(args: Args) {
  const viewer = await requireActor(args)
  const item = found(await findPractice(db, viewer, args.params.id ?? ''))
  allowed(canNameAuthors(viewer, item))
  return { viewer, item }
}

/** Which of its language versions is being edited: the original unless the address names another. */
export function editedVersion(request: Request, { lang }: FoundPractice) {
  const asked = new URL(request.url).searchParams.get('version')
  return isLang(asked) ? asked : lang
}

/** What the last button of the form does for this person, if there is one: null once it is public. */
export async function publishing(
  viewer: SignedIn,
  { state, space_id, visibility }: FoundPractice,
): Promise<Exclude<Outcome, 'keep'> | null> {
  if (state !== 'draft' || !canWritePractice(viewer)) return null
  const accepted = await hasAccepted(db, viewer)
  const space = space_id && visibility ? { visibility } : null
  return canPublishAtOnce(viewer, { accepted, space }) ? 'publish' : 'submit'
}
