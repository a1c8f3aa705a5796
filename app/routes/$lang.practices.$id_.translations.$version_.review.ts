import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { lastRevision } from '#app/domain/practices/find.server.ts'
import { canReview } from '#app/domain/practices/practices.policy.ts'
import { reviewTranslation } from '#app/domain/practices/translations.server.ts'
import { translationState } from '#app/domain/practices/translations.ts'
import { limitDeeds } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { openToTranslate } from '#app/http/practice-editing.server.ts'
import { allowed, found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { db } from '#db/client.server.ts'

const schema = z.object({ revision: z.coerce.number().int().min(0).catch(0) })

/** A version was compared with its original, as both stood when the page was opened. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item, lang, version } = await openToTranslate(args)
  const translation = found(version?.translation)
  const here = langPath(args.request, `/practices/${item.id}/translations`)
  if (translationState(translation) === 'reviewed') return redirectTo(here)
  allowed(canReview(viewer, item, translation))
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  const done = await db.transaction().execute(async (trx) => {
    const isSame = form.ok && (await lastRevision(trx, item.id)) === form.input.revision
    if (isSame) await reviewTranslation(trx, viewer, item, lang)
    return isSame
  })
  if (done) return redirectTo(here, { flash: 'translation_reviewed' })
  return redirectTo(`${here}/${lang}`, { flash: 'translation_changed' })
}

export async function loader(args: LoaderFunctionArgs) {
  const { item, lang } = await openToTranslate(args)
  return redirectTo(langPath(args.request, `/practices/${item.id}/translations/${lang}`))
}
