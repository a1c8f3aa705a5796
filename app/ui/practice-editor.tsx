import { useTranslation } from '#app/i18n/use-translation.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import type { Wider } from '#app/domain/practices/origin.ts'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Notice } from './notice.tsx'
import { PracticeArticle } from './practice-article.tsx'
import { type Buttons, PRACTICE_FORM, PracticeForm } from './practice-form.tsx'
import { PREVIEW } from './preview-button.tsx'
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
  /** What was given back: what was sent when the sign-in had expired, or typed and not sent. */
  returned?: 'sent' | 'typed' | null
  /** Somebody has saved since the edit began that is given back. */
  outdated?: boolean
  draft?: { form: string; savedAt: string | null; unsaved: boolean }
}

/** The form with what stands over it: what is wrong, what was given back, how it would look. */
export function PracticeEditor({ preview, general, files, returned, outdated, ...form }: Props) {
  const { t } = useTranslation()
  const labels = Object.fromEntries(
    Object.keys(form.errors).map((name) => [name, t(`practices.fields.${name}`)]),
  )
  return (
    <div className="stack-large">
      <ErrorSummary errors={form.errors} labels={labels} general={general} />
      {returned ? <GivenBack returned={returned} outdated={outdated} /> : null}
      {preview ? <Preview practice={preview} files={files} /> : null}
      <PracticeForm {...form} />
    </div>
  )
}

function GivenBack({ returned, outdated }: Pick<Props, 'returned' | 'outdated'>) {
  const { t } = useTranslation()
  return (
    <Notice tone="success">
      <p>{t(returned === 'typed' ? 'practices.typed.given_back' : 'practices.form.given_back')}</p>
      {outdated ? <p>{t('practices.typed.outdated')}</p> : null}
      {returned === 'typed' ? (
        <Button form={PRACTICE_FORM} name="intent" value="discard" variant="quiet" small>
          {t('practices.typed.discard')}
        </Button>
      ) : null}
    </Notice>
  )
}

/** How it would look; nothing is saved. */
export function Preview({ practice, files }: { practice: PracticeView; files?: AttachedFile[] }) {
  const { t } = useTranslation()
  const nothing = { hidden_at: null, hidden_reason: null, space: null }
  return (
    <section id={PREVIEW} className="practice-preview" aria-label={t('practices.form.preview')}>
      <Notice tone="info" title={t('practices.form.preview_title')}>
        {t('practices.form.preview_text')}
      </Notice>
      <PracticeHeading practice={practice} standing={{ state: 'published', ...nothing }} />
      <PracticeArticle practice={practice} files={files} />
    </section>
  )
}
