import type { AppLoadContext } from '@remix-run/node'
import { isLang } from '#app/domain/languages.ts'
import { findPractice, type FoundPractice } from '#app/domain/practices/find.server.ts'
import {
  canEditPractice,
  canNameAuthors,
  canPublishAtOnce,
  canTranslate,
  canWritePractice,
} from '#app/domain/practices/practices.policy.ts'
import { hasAccepted } from '#app/domain/practices/standing.server.ts'
import type { Outcome } from '#app/domain/practices/save.server.ts'
import { listVersions } from '#app/domain/practices/versions.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { allowed, found, langPath, redirectTo } from './respond.server.ts'
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

/** The same for its original: the address of another version leads to where that is translated. */
export async function openOriginal(args: Args) {
  const opened = await openToEdit(args)
  const asked = new URL(args.request.url).searchParams.get('version')
  const { id, lang } = opened.item
  if (isLang(asked) && asked !== lang) {
    throw redirectTo(langPath(args.request, `/practices/${id}/translations/${asked}`))
  }
  return opened
}

/** The practice of the address and its version in the language there, for those who may translate it. */
export async function openToTranslate(args: TranslationArgs) {
  const viewer = await requireActor(args)
  const item = found(await findPractice(db, viewer, args.params.id ?? ''))
  const { version: lang } = args.params
  if (!isLang(lang) || lang === item.lang) throw found<never>(null)
  const versions = await listVersions(db, item)
  const version = versions.find((one) => one.lang === lang)
  allowed(canTranslate(viewer, item, version?.translation))
  return { viewer, item, lang, versions, version }
}

type TranslationArgs = Args & { params: { version?: string } }

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
