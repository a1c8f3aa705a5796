import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lastRevision } from '#app/domain/practices/find.server.ts'
import { canEditPractice, canReview } from '#app/domain/practices/practices.policy.ts'
import { translationSchema } from '#app/domain/practices/practices.schema.server.ts'
import { saveTranslation } from '#app/domain/practices/translations.server.ts'
import { snapshotOfTexts } from '#app/domain/practices/typed.server.ts'
import { creditOf } from '#app/domain/practices/view.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { countTries } from '#app/http/limit.server.ts'
import { practiceAudience } from '#app/http/practice-audience.server.ts'
import { conflictWith } from '#app/http/practice-conflict.server.ts'
import { openToTranslate } from '#app/http/practice-editing.server.ts'
import { keptValues } from '#app/http/practice-form.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { fieldsToTranslate, previewTranslation } from '#app/http/translating.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { TranslationPage } from '#app/ui/translation-page.tsx'
import { db } from '#db/client.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, item, lang, versions, version } = await openToTranslate(args)
  const kept = keptValues(await takeKeptForm(args.request, viewer.id))
  const { fields, target } = await fieldsToTranslate(item, { lang, version })
  const mayEdit = canEditPractice(viewer, item)
  return {
    practice: { id: item.id, kind: item.kind, title: versions[0]!.title, original: item.lang },
    lang,
    languages: mayEdit ? versions.map((one) => one.lang) : null,
    credit: (version?.translation && creditOf(version.translation)) ?? null,
    fields,
    values: kept ?? target,
    returned: kept !== null,
    revision: Number(kept?.revision ?? (await lastRevision(db, item.id))),
    audience: await practiceAudience(viewer, item),
    mayReview: canReview(viewer, item, version?.translation),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const { viewer, item, lang } = await openToTranslate(args)
  const form = await readForm(request, translationSchema)
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 })
  const { input } = form
  const values = { ...input, revision: String(input.revision) }
  if (input.intent === 'preview') {
    const typed = { viewer, shownIn: langOf(request), lang, texts: input }
    return { values, errors: {}, preview: await previewTranslation(item, typed) }
  }
  if (await countTries(args.context, ['post', viewer.id])) {
    return data({ values, errors: {}, general: 'practices.errors.wait' }, { status: 429 })
  }
  // Asked inside the transaction, so that of two who save at once only one can be the first.
  const saved = await db.transaction().execute(async (trx) => {
    if ((await lastRevision(trx, item.id)) !== input.revision) return false
    await saveTranslation(trx, viewer, item, { lang, input })
    return true
  })
  if (!saved) {
    const conflict = await conflictWith(request, viewer, item, (stored) =>
      snapshotOfTexts(stored, lang, input),
    )
    return data({ values, errors: {}, revision: conflict?.number ?? 0, conflict }, { status: 409 })
  }
  const page = langPath(request, `/practices/${item.id}?version=${lang}`)
  return redirectTo(page, { flash: 'translation_saved' })
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (t, { lang, practice }) =>
    `${t('translations.into', { lang: t(`languages.${lang}`) })} — ${practice.title}`,
  robots: 'noindex',
}

export default function Translate() {
  const page = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return <TranslationPage {...page} errors={{}} {...failed} returned={page.returned && !failed} />
}
