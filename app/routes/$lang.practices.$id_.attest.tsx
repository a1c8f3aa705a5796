import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  findAttestationRequest,
  missingToAsk,
  withdrawAttestation,
} from '#app/domain/attestations/ask.server.ts'
import { askSchema } from '#app/domain/attestations/attestations.schema.server.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { askByMail, openToAsk } from '#app/http/attestation.server.ts'
import { readForm, readFormData } from '#app/http/form.server.ts'
import { requireTries } from '#app/http/limit.server.ts'
import { allowed, langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { AttestAsk } from '#app/ui/attest-ask.tsx'
import { db } from '#db/client.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, item, may } = await openToAsk(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  const { title, collectivity } = await viewPractice(db, item, { viewer, lang })
  return {
    practice: { id: item.id, title, collectivity },
    may,
    missing: may ? Object.keys(await missingToAsk(db, viewer, item)) : [],
    request: (await findAttestationRequest(db, item)) ?? null,
  }
}

/** Sends a link to an address, or takes the last one back. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, item, may } = await openToAsk(args)
  const here = langPath(args.request, `/practices/${item.id}/attest`)
  if ((await readFormData(args.request.clone())).get('intent') === 'withdraw') {
    await db.transaction().execute((trx) => withdrawAttestation(trx, viewer, item))
    return redirectTo(here, { flash: 'attestation_withdrawn' })
  }
  allowed(may)
  const form = await readForm(args.request.clone(), askSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  // What is missing is named on the page.
  if (Object.keys(await missingToAsk(db, viewer, item)).length) {
    return data({ errors: {}, values: form.input }, { status: 422 })
  }
  // Nobody's mailbox is to be filled by others.
  const { email } = form.input
  await requireTries(args, ['post', viewer.id], ['mail', `${viewer.id}:${email}`])
  await askByMail(viewer, item, form.input)
  return redirectTo(here, { flash: 'attestation_asked' })
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (t, { practice }) => `${t('attestations.ask.title')} — ${practice.title}`,
  robots: 'noindex',
}

export default function AskToAttest() {
  const failed = useActionData<typeof action>()
  return <AttestAsk {...useLoaderData<typeof loader>()} failed={failed} />
}
