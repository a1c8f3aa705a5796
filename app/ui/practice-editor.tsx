import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import type { Wider } from '#app/domain/practices/origin.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { PracticeArticle } from './practice-article.tsx'
import { type Buttons, PracticeForm } from './practice-form.tsx'
import { PracticeHeading } from './practice-heading.tsx'
import type { AttachedFile } from './practice-files.ts'
import type { FormOptions, FormState } from './practice-values.ts'

type Props = FormState & {
  options: FormOptions
  buttons: Buttons
  revision?: number
  wider?: Wider | null
  general?: string
  preview?: PracticeView | null
  files?: AttachedFile[]
  returned?: boolean
}

/** The form with what stands over it: what is wrong, what was given back, how it would look. */
export function PracticeEditor({ preview, general, files, returned, ...form }: Props) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(
    Object.keys(form.errors).map((name) => [name, t(`practices.fields.${name}`)]),
  )
  return (
    <div className="stack-large">
      <ErrorSummary errors={form.errors} labels={labels} general={general} />
      {returned ? <Notice tone="success">{t('practices.form.given_back')}</Notice> : null}
      {preview ? <Preview practice={preview} files={files} /> : null}
      <PracticeForm {...form} />
    </div>
  )
}

/** How it would look; nothing is saved. */
export function Preview({ practice, files }: { practice: PracticeView; files?: AttachedFile[] }) {
  const { t } = useTranslation()
  const nothing = { hidden_at: null, hidden_reason: null, space: null }
  return (
    <section className="practice-preview" aria-label={t('practices.form.preview')}>
      <Notice tone="info" title={t('practices.form.preview_title')}>
        {t('practices.form.preview_text')}
      </Notice>
      <PracticeHeading practice={practice} standing={{ state: 'published', ...nothing }} />
      <PracticeArticle practice={practice} files={files} />
    </section>
  )
}
