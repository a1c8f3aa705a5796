import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CYCLE_STAGES } from '#app/domain/collectivities/cycle.ts'
import { canSayStage } from '#app/domain/collectivities/cycle.policy.ts'
import { sayStage } from '#app/domain/collectivities/cycle.server.ts'
import { findCollectivity } from '#app/domain/collectivities/collectivities.server.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { allowed, found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { StageForm } from '#app/ui/collectivity-stage.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { name }) => t('collectivities.cycle.title_for', { name }),
  robots: 'noindex',
}

// Empty: it is not known, or not known any more.
const schema = z.object({
  stage: z.enum(CYCLE_STAGES, 'forms.choose').or(z.literal('', 'forms.required')),
})

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, place } = await openPlace(args)
  const kept = await takeKeptForm(args.request, viewer.id)
  return {
    name: placeName(langOfPath(new URL(args.request.url).pathname), place),
    path: placePath(place),
    stage: kept?.stage?.[0] ?? place.stage ?? '',
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, place } = await openPlace(args)
  const form = await readForm(args.request, schema)
  if (!form.ok) return data({ errors: form.errors }, { status: 422 })
  await sayStage(db, viewer, place.code, form.input.stage || null)
  return redirectTo(langPath(args.request, placePath(place)), { flash: 'saved' })
}

export default function SayStage() {
  return <StageForm {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />
}

async function openPlace(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const place = found(await findCollectivity(db, args.params.code ?? ''))
  allowed(canSayStage(viewer, place))
  return { viewer, place }
}
