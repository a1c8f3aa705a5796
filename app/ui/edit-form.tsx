import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Composing } from '#app/domain/drafts/composing.ts'
import type { Audience } from '#app/domain/spaces/audience.ts'
import { Composer } from './composer.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { PageTitle } from './page-title.tsx'
import { NoteField } from './thread-form.tsx'

type Props = {
  title: string
  /** The name of the text itself. */
  label: string
  composing: Composing
  /** The form's key among the drafts. */
  form: string
  audience: Audience
  /** Where one goes without saving. */
  cancel: string
  /** What stands under the text. */
  below?: ReactNode
  /** Dates that are half typed would be sent as none: the browser has to stop them. */
  dated?: boolean
  /** What the fields above the text are called. */
  fields?: Record<string, string>
  /** Those fields. */
  children?: ReactNode
}

/** Changing what was published: its fields, why it changes, its text. */
export function EditForm({
  title,
  label,
  composing,
  form,
  audience,
  cancel,
  below,
  dated = false,
  fields,
  children,
}: Props) {
  const { values, errors, general, preview, savedAt } = composing
  const { t } = useTranslation()
  const labels = { ...fields, note: t('posts.fields.note'), body: label }
  return (
    <>
      <PageTitle title={title} lead={t('posts.edit_lead')} />
      <form method="post" noValidate={!dated} className="form" encType="multipart/form-data">
        <ErrorSummary errors={errors} labels={labels} general={general ?? undefined} />
        {children}
        <NoteField values={values} errors={errors} />
        <Composer
          label={label}
          value={values.body?.[0]}
          error={errors.body}
          attachmentError={errors.attachment}
          preview={preview?.body}
          audience={audience}
          below={below}
          draft={{ form, savedAt }}
          submit={t('forms.save')}
          cancel={cancel}
        />
      </form>
    </>
  )
}
