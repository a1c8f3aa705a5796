import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { findProfile, updateProfile } from '#app/domain/users/accounts.server.ts'
import { ABOUT_MAX, HANDLE_MAX, NAME_MAX } from '#app/domain/users/users.limits.ts'
import { profileSchema } from '#app/domain/users/users.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { langCookie } from '#app/http/sign-in.server.ts'
import { requireViewer, requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormProblem } from '#app/ui/form-problem.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('settings.title'), robots: 'noindex' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const { name, handle, about, lang } = await findProfile(db, viewer.id)
  const kept = await takeKeptForm(request, viewer.id)
  const typed = Object.entries(kept ?? {}).map(([field, values]) => [field, values[0]])
  return { profile: { name, handle, about, lang, ...Object.fromEntries(typed) } }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireWriter({ request, context })
  const form = await readForm(request, profileSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  if (!(await updateProfile(db, viewer.id, form.input))) {
    return errorAnswer({ handle: 'accounts.errors.handle_taken' }, form.input)
  }
  const { lang } = form.input
  return redirectTo(`/${lang}/settings`, { flash: 'saved', cookies: [langCookie(lang)] })
}

export default function Profile() {
  const { profile } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  const names = ['name', 'handle', 'about', 'lang']
  const labels = Object.fromEntries(names.map((name) => [name, t(`accounts.fields.${name}`)]))
  const values = failure?.values ?? profile
  const errors = failure?.errors ?? {}

  // The language may change, and with it every word of the page: it is loaded anew.
  return (
    <Form method="post" noValidate className="form" reloadDocument>
      <FormProblem failure={failure} labels={labels} />
      <Field
        name="name"
        label={t('accounts.fields.name')}
        hint={t('accounts.hints.name')}
        autoComplete="name"
        maxLength={NAME_MAX}
        required
        defaultValue={values.name}
        error={errors.name}
      />
      <Field
        name="handle"
        label={t('accounts.fields.handle')}
        hint={t('accounts.hints.handle')}
        dir="ltr"
        maxLength={HANDLE_MAX}
        required
        defaultValue={values.handle}
        error={errors.handle}
      />
      <Field
        name="about"
        label={t('accounts.fields.about')}
        hint={t('accounts.hints.about')}
        multiline
        rows={4}
        maxLength={ABOUT_MAX}
        defaultValue={values.about}
        error={errors.about}
      />
      <SelectField
        name="lang"
        label={t('accounts.fields.lang')}
        options={LANGS.map((lang) => ({ value: lang, label: LANG_NAMES[lang] }))}
        required
        defaultValue={values.lang}
        error={errors.lang}
      />
      <div className="actions">
        <Button>{t('forms.save')}</Button>
      </div>
    </Form>
  )
}
