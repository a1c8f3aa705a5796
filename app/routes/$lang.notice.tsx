import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { giveConsent, listConsents } from '#app/domain/personal-data/consents.server.ts'
import { noticeSchema } from '#app/domain/users/users.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { hasKeptForm } from '#app/http/kept-form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo, safePath } from '#app/http/respond.server.ts'
import { requireSignedIn } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { NoticeField } from '#app/ui/notice-field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Time } from '#app/ui/time.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('notice.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireSignedIn(args)
  if (!viewer.notice_waits) throw redirectTo(target(args.request))
  const [before] = await listConsents(db, viewer.id)
  return { before: before?.notice ?? null, kept: await hasKeptForm(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireSignedIn(args)
  const form = await readForm(args.request, noticeSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  await giveConsent(db, viewer.id)
  return redirectTo(target(args.request), { flash: 'notice_accepted' })
}

export default function AcceptNotice() {
  const { before, kept } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack">
      <PageTitle title={t('notice.title')} lead={t(before ? 'notice.changed' : 'notice.first')} />
      {before ? (
        <p className="meta">
          <span>
            {t('notice.before')} <Time value={before} />
          </span>
        </p>
      ) : null}
      {kept ? <Notice>{t('accounts.kept')}</Notice> : null}
      <FormProblem failure={failure} labels={{ notice: t('privacy.title') }} />
      <Form method="post" className="form" noValidate>
        <NoticeField accepted={failure?.values.notice} error={failure?.errors.notice} />
        <div className="actions">
          <Button>{t('notice.submit')}</Button>
        </div>
      </Form>
      <p>
        {t('notice.otherwise')} <Link to="/settings/data">{t('notice.otherwise_link')}</Link>
      </p>
    </div>
  )
}

function target(request: Request) {
  return safePath(new URL(request.url).searchParams.get('to'), langPath(request, ''))
}
