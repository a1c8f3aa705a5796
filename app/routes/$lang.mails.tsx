import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mailChoiceSchema } from '#app/domain/mail/choice.schema.server.ts'
import { choose, findChoiceByKey } from '#app/domain/mail/choice.server.ts'
import { readForm, readFormData } from '#app/http/form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { MailChoiceForm } from '#app/ui/mail-choice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

// The choice of who got a mail, by the link in it, without signing in.
export const handle: PageHandle = { title: (t) => t('settings.mails.title'), robots: 'noindex' }

// The address holds the key: links on the page tell no more than the site they are on.
export function headers() {
  return { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'origin', Vary: 'Cookie' }
}

// Programs that read mails open every link: looking changes nothing.
export async function loader({ request }: LoaderFunctionArgs) {
  const { choice } = await open(request)
  return { chosen: choice }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await open(request)
  // A mail program's own button (RFC 8058).
  if ((await readFormData(request.clone())).get('List-Unsubscribe') === 'One-Click') {
    await choose(db, person, 'none')
    return null
  }
  const form = await readForm(request, mailChoiceSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  await choose(db, person, form.input.choice)
  return redirectTo(langPath(request, `/mails?key=${keyIn(request)}`), { flash: 'saved' })
}

export default function Mails() {
  const { chosen } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack">
      <PageTitle title={t('settings.mails.title')} lead={t('settings.mails.lead')} />
      <MailChoiceForm chosen={chosen} failure={useActionData<typeof action>() ?? undefined} />
    </div>
  )
}

async function open(request: Request) {
  return found(await findChoiceByKey(db, keyIn(request)))
}

function keyIn(request: Request) {
  return new URL(request.url).searchParams.get('key') ?? ''
}
