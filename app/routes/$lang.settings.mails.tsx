import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mailChoiceSchema } from '#app/domain/mail/choice.schema.server.ts'
import { choose, findChoice } from '#app/domain/mail/choice.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { MailChoiceForm } from '#app/ui/mail-choice.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('settings.tabs.mails'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const kept = await takeKeptForm(args.request, viewer.id)
  return { chosen: kept?.choice?.[0] ?? (await findChoice(db, viewer)) }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  const form = await readForm(args.request, mailChoiceSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  await choose(db, viewer, form.input.choice)
  return redirectTo(langPath(args.request, '/settings/mails'), { flash: 'saved' })
}

export default function Mails() {
  const { chosen } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack">
      <p>{t('settings.mails.lead')}</p>
      <MailChoiceForm chosen={chosen} failure={useActionData<typeof action>()} />
    </div>
  )
}
