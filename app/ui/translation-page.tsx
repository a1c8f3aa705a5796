import { useTranslation } from '#app/i18n/use-translation.ts'
import type { TranslationCredit as Credit } from '#app/domain/practices/translations.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import type { Audience as Readers, DraftAudience } from '#app/domain/spaces/audience.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { Audience } from './audience.tsx'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { inLanguage } from './link.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { PracticeConflict } from './practice-conflict.tsx'
import { Preview } from './practice-editor.tsx'
import { PracticeLanguages } from './practice-languages.tsx'
import type { PracticeValues } from './practice-values.ts'
import { TranslationCredit } from './translation-credit.tsx'
import { type SourceField, TranslationForm } from './translation-form.tsx'

type Props = {
  practice: { id: string; kind: 'practice' | 'tool'; title: string; original: Lang }
  lang: Lang
  /** The versions there are, for those who may edit the original as well. */
  languages: Lang[] | null
  credit: Credit | null
  fields: SourceField[]
  values: PracticeValues
  errors: Record<string, string>
  general?: string
  returned: boolean
  revision: number
  audience: Readers | DraftAudience
  preview?: PracticeView
  conflict?: Parameters<typeof PracticeConflict>[0]['conflict'] | null
  mayReview: boolean
}

/** A practice beside its version in another language, field by field. */
export function TranslationPage({ practice, lang, languages, credit, ...page }: Props) {
  const { t } = useTranslation()
  const { id, kind, original } = practice
  const here = `/practices/${id}/translations`
  const labels = Object.fromEntries(
    Object.keys(page.errors).map((name) => [name, t(`practices.fields.${name}`)]),
  )
  return (
    <div className="stack-large">
      <PageTitle
        title={t('translations.into', { lang: t(`languages.${lang}`) })}
        lead={t('translations.editor_lead')}
        breadcrumbs={[
          { to: `/practices/${id}`, label: practice.title },
          { to: here, label: t('translations.title') },
        ]}
        meta={<Audience audience={page.audience} />}
      />
      {languages ? (
        <PracticeLanguages id={id} current={lang} original={original} versions={languages} />
      ) : null}
      {credit ? <TranslationCredit credit={credit} original={original} /> : null}
      {credit?.state === 'outdated' ? (
        <Notice tone="warning">{t('translations.behind')}</Notice>
      ) : null}
      <ErrorSummary errors={page.errors} labels={labels} general={page.general} />
      {page.returned ? <Notice tone="success">{t('practices.form.given_back')}</Notice> : null}
      {page.conflict ? (
        <PracticeConflict conflict={page.conflict} here={`${here}/${lang}`} />
      ) : null}
      {page.preview ? <Preview practice={page.preview} /> : null}
      <TranslationForm
        state={{ kind, values: page.values, errors: page.errors }}
        fields={page.fields}
        revision={page.revision}
        languages={{ from: original, into: lang }}
      />
      {page.mayReview ? (
        <Review action={`${here}/${lang}/review`} revision={page.revision} />
      ) : null}
    </div>
  )
}

function Review({ action, revision }: { action: string; revision: number }) {
  const { t } = useTranslation()
  const reader = useLang()
  return (
    <form method="post" noValidate action={inLanguage(reader, action)} className="stack">
      <h2>{t('translations.review_title')}</h2>
      <p className="muted">{t('translations.review_text')}</p>
      <input type="hidden" name="revision" value={revision} />
      <div>
        <Button variant="secondary" icon="check">
          {t('translations.review_done')}
        </Button>
      </div>
    </form>
  )
}
