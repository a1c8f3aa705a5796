import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmingSeat } from '#app/domain/confirmations/confirmations.policy.ts'
import { runningSchema } from '#app/domain/confirmations/confirmations.schema.server.ts'
import { confirm } from '#app/domain/confirmations/confirmations.server.ts'
import { openAdoptions } from '#app/http/adoptions.server.ts'
import { toItem } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { allowed, found } from '#app/http/respond.server.ts'
import { requireActor } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { RadioGroup } from '#app/ui/choice-group.tsx'
import { ConfirmationForm } from '#app/ui/confirmation-form.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('alive.running.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { item, title } = await openOwn(args)
  return { id: item.id, title: title.title }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, item, seat } = await openOwn(args)
  const form = await readForm(args.request, runningSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const { says, note } = form.input
  if (says === 'stopped' && !note) return errorAnswer({ note: 'alive.errors.reason' }, form.input)
  const wait = await countTries(args.context, ['post', viewer.id])
  if (wait) return waitAnswer(wait, form.input)
  await db.transaction().execute((trx) => confirm(trx, viewer, item, { seat, says, note }))
  const practice = { id: item.id, kind: item.kind, title: '' }
  return toItem(args.request, practice, { flash: 'practice_confirmed', end: '#alive' })
}

export default function Running() {
  const practice = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <ConfirmationForm
      practice={practice}
      says="running"
      submit={t('forms.save')}
      labels={{ says: t('alive.fields.says') }}
      failure={failure}
    >
      <RadioGroup
        name="says"
        legend={t('alive.fields.says')}
        choices={(['running', 'stopped'] as const).map((value) => ({
          value,
          label: t(`alive.running.${value}`),
          hint: t(`alive.running.${value}_hint`),
        }))}
        chosen={failure?.values.says}
        error={failure?.errors.says}
        required
      />
    </ConfirmationForm>
  )
}

async function openOwn(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args)
  const opened = await openAdoptions(args)
  const seat = confirmingSeat(viewer, opened.item)
  allowed(seat !== undefined)
  return { viewer, seat: found(seat), ...opened }
}
