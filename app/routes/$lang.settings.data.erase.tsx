import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { z } from 'zod'
import { countWhatGoes, eraseAccount, whatHolds } from '#app/domain/personal-data/erasure.server.ts'
import { findProfile } from '#app/domain/users/accounts.server.ts'
import { EMAIL_MAX } from '#app/domain/users/users.limits.ts'
import { mailErased } from '#app/http/credential-mail.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { endingCookies } from '#app/http/sign-in.server.ts'
import { requireProofOfOwner } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { EraseNumbers, EraseObstacles } from '#app/ui/erase-account.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { Link } from '#app/ui/link.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('own_data.erase.title'), robots: 'noindex' }

const schema = z.object({
  confirmation: z
    .string('forms.required')
    .min(1, 'forms.required')
    .max(EMAIL_MAX, 'forms.too_long')
    .toLowerCase(),
})

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireProofOfOwner(args)
  const kept = await takeKeptForm(args.request, viewer.id)
  return {
    typed: kept?.confirmation?.[0],
    held: await whatHolds(db, viewer),
    counts: await countWhatGoes(db, viewer),
    email: (await findProfile(db, viewer.id)).email,
  }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireProofOfOwner({ ...args, request: args.request.clone() })
  const form = await readForm(args.request, schema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  if (form.input.confirmation !== (await findProfile(db, viewer.id)).email) {
    return errorAnswer({ confirmation: 'own_data.erase.mismatch' }, form.input)
  }
  if (!(await eraseAccount(db, viewer, { by: viewer, tell: mailErased }))) {
    return data({ ...NOTHING_WRONG, values: form.input }, { status: 409 })
  }
  const to = langPath(args.request, '')
  return redirectTo(to, { flash: 'account_erased', cookies: endingCookies() })
}

// What stands in the way is on the page itself.
const NOTHING_WRONG = { errors: {} as Record<string, string>, minutes: 0 }

export default function Erase() {
  const { held, counts, email, typed } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const isHeld = held.lastAdmin || held.spaces.length > 0
  return (
    <div className="narrow stack-large">
      <div className="stack">
        <h2>{t('own_data.erase.title')}</h2>
        <p>{t('own_data.erase.lead')}</p>
      </div>
      <EraseNumbers counts={counts} />
      <p>
        {t('own_data.erase.copy_first')} <Link to="/settings/data">{t('own_data.copy.title')}</Link>
      </p>
      {isHeld ? <EraseObstacles {...held} /> : <Confirm email={email} typed={typed} />}
    </div>
  )
}

function Confirm({ email, typed }: { email: string; typed?: string }) {
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const label = t('own_data.erase.confirmation')
  return (
    <Form method="post" className="form" noValidate>
      <FormProblem failure={failure} labels={{ confirmation: label }} />
      <Field
        name="confirmation"
        type="email"
        label={label}
        hint={t('own_data.erase.confirmation_hint', { email })}
        autoComplete="off"
        dir="ltr"
        required
        defaultValue={failure?.values.confirmation ?? typed}
        error={failure?.errors.confirmation}
      />
      <div className="actions">
        <Button variant="danger">{t('own_data.erase.submit')}</Button>
      </div>
    </Form>
  )
}
