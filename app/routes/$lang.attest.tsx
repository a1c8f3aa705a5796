import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeSchema, rightSchema } from '#app/domain/attestations/attestations.schema.server.ts'
import { answerAttestation, showAttestation } from '#app/http/attestation.server.ts'
import { readForm, readFormData } from '#app/http/form.server.ts'
import { countTries, errorAnswer, waitAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { AttestPage } from '#app/ui/attest-page.tsx'
import { DeadLink } from '#app/ui/dead-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'

export const handle: PageHandle = {
  title: (t) => t('attestations.page.answer'),
  robots: 'noindex',
}

// The address holds the secret: links on the page tell no more than the site they are on.
export function headers() {
  return { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'origin', Vary: 'Cookie' }
}

// Mail scanners open every link: looking at this page uses nothing up, its forms do.
export async function loader({ request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  if (searchParams.has('sent')) return data({ sent: true, shown: null })
  const shown = await showAttestation(secretOf(request), langOfPath(pathname))
  return data({ sent: false, shown }, { status: shown ? 200 : 410 })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const lang = langOfPath(new URL(request.url).pathname)
  const secret = secretOf(request)
  // A dead link says nothing else, whatever was typed.
  if (!(await showAttestation(secret, lang))) return data(null, { status: 410 })
  const intent = (await readFormData(request.clone())).get('intent')
  const form = await readForm(request, intent === 'change' ? changeSchema : rightSchema)
  const wait = await countTries(context, ['post', context.ip])
  if (wait) return waitAnswer(wait, form.ok ? form.input : form.values)
  if (!form.ok) return errorAnswer(form.errors, form.values)

  const item = await answerAttestation(secret, form.input)
  if (!item) return data(null, { status: 410 })
  if ('note' in form.input) return redirectTo(langPath(request, '/attest?sent=1'))
  return redirectTo(langPath(request, `/practices/${item.id}`), { flash: 'practice_attested' })
}

export default function Attest() {
  const { sent, shown } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? undefined
  const { t } = useTranslation()
  if (sent) {
    return (
      <div className="narrow">
        <PageTitle
          title={t('attestations.page.thanks')}
          lead={t('attestations.page.thanks_text')}
        />
      </div>
    )
  }
  if (!shown) return <DeadLink text={t('attestations.page.dead')} />
  return <AttestPage {...shown} failure={failure} />
}

function secretOf(request: Request) {
  return new URL(request.url).searchParams.get('token') ?? ''
}
