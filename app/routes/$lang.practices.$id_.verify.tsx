import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { verifyingSeat } from '#app/domain/confirmations/confirmations.policy.ts'
import { verifySchema } from '#app/domain/confirmations/confirmations.schema.server.ts'
import { confirm } from '#app/domain/confirmations/confirmations.server.ts'
import { openAdoptions } from '#app/http/adoptions.server.ts'
import { toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { allowed, found } from '#app/http/respond.server.ts'
import { requireActor } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { ConfirmationForm } from '#app/ui/confirmation-form.tsx'
import { Field } from '#app/ui/field.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('alive.verify.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { item, title } = await openOthers(args)
  const nextYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)
  return { id: item.id, title: title.title, until: nextYear }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, item, seat } = await openOthers(args)
  const form = await readForm(args.request, verifySchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const wait = await countTries(args.context, ['post', viewer.id])
  if (wait) return waitAnswer(wait, form.input)
  const said = { ...form.input, seat, says: 'verified' as const }
  await db.transaction().execute((trx) => confirm(trx, viewer, item, said))
  const practice = { id: item.id, kind: item.kind, title: '' }
  return toItem(args.request, practice, { flash: 'practice_confirmed', end: '#alive' })
}

export default function Verify() {
  const { until, ...practice } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <ConfirmationForm
      practice={practice}
      says="verify"
      submit={t('alive.verify.submit')}
      labels={{ until: t('alive.fields.until') }}
      failure={failure}
    >
      <Field
        type="date"
        name="until"
        label={t('alive.fields.until')}
        defaultValue={failure?.values.until ?? until}
        error={failure?.errors.until}
        required
      />
    </ConfirmationForm>
  )
}

async function openOthers(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args)
  const opened = await openAdoptions(args)
  const seat = verifyingSeat(viewer, opened.item, opened.item.adoptions)
  allowed(seat !== undefined)
  return { viewer, seat: found(seat), ...opened }
}
