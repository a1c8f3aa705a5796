import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  joiningSchema,
  leavingSchema,
} from '#app/domain/collectivities/collectivities.schema.server.ts'
import { findCollectivity } from '#app/domain/collectivities/collectivities.server.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import {
  listMemberships,
  recordJoining,
  recordLeaving,
} from '#app/domain/collectivities/network.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { MembershipForm } from '#app/ui/collectivity-membership.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { name }) => t('collectivities.record.title_for', { name }),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, place, open } = await openPlace(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  const kept = (await takeKeptForm(args.request, viewer.id)) ?? {}
  return {
    name: placeName(lang, place),
    path: placePath(place),
    joinedOn: open?.joined_on ?? null,
    isMember: open !== undefined,
    kept: Object.fromEntries(Object.entries(kept).map(([field, values]) => [field, values[0]])),
  }
}

// A member may leave, any other may join: which of the two is not for the form to say.
export async function action(args: ActionFunctionArgs) {
  const { open } = await openPlace(args)
  return open ? leave(args) : join(args)
}

export default function RecordMembership() {
  const { kept, ...place } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  return (
    <MembershipForm {...place} values={{ ...kept, ...failure?.values }} errors={failure?.errors} />
  )
}

async function join(args: ActionFunctionArgs) {
  const { viewer, place } = await openPlace(args)
  const form = await readForm(args.request, joiningSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  await recordJoining(db, viewer, place.code, form.input)
  return redirectTo(langPath(args.request, placePath(place)), { flash: 'saved' })
}

async function leave(args: ActionFunctionArgs) {
  const { viewer, place } = await openPlace(args)
  const form = await readForm(args.request, leavingSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  const left = await recordLeaving(db, viewer, place.code, form.input.left_on)
  if (left) return redirectTo(langPath(args.request, placePath(place)), { flash: 'saved' })
  const errors: Record<string, string> = { left_on: 'collectivities.errors.before' }
  return data({ errors, values: form.input }, { status: 422 })
}

// An arrondissement is part of a commune and no collectivity of its own in the network.
async function openPlace(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const place = found(await findCollectivity(db, args.params.code ?? ''))
  found(place.kind === 'arrondissement' ? undefined : place)
  const memberships = await listMemberships(db, place.code)
  return { viewer, place, open: memberships.find(({ left_on }) => left_on === null) }
}
