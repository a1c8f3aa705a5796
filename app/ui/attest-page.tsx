import { ATTESTATION_NOTE_MAX, FUNCTION_MAX } from '#app/domain/attestations/attestations.limits.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { DAYS_KEPT } from '#app/domain/personal-data/retention.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import { NAME_MAX } from '#app/domain/users/users.limits.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Lang } from '#db/schema.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'
import { Link } from './link.tsx'
import { NoticeField } from './notice-field.tsx'
import { PageTitle } from './page-title.tsx'
import { PracticeArticle } from './practice-article.tsx'
import { PracticeHeading } from './practice-heading.tsx'
import { Section } from './section.tsx'

type Failure = {
  errors: Record<string, string>
  values: Record<string, string | undefined>
  minutes: number
}

type Props = {
  practice: PracticeView
  asker: string
  files: { title: string; lang: Lang | null }[]
  failure?: Failure
}

/** What was written for a collectivity as it will look, and its two answers: it is right, or what is not. */
export function AttestPage({ practice, asker, files, failure }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const words = (key: string) =>
    t(`attestations.page.${key}`, { days: DAYS_KEPT.attestation_request })
  const labels = { name: words('name'), function: words('function'), note: words('note') }
  const place = practice.collectivity ? placeName(lang, practice.collectivity) : ''
  return (
    <div className="stack-large">
      <PageTitle
        title={t('attestations.page.title', { place })}
        lead={t('attestations.page.lead', { name: asker })}
        actions={<a href="#answer">{words('to_answer')}</a>}
      />
      <FormProblem failure={failure} labels={{ ...labels, notice: t('privacy.title') }} />
      <section className="practice-preview" aria-label={words('shown')}>
        <PracticeHeading practice={practice} standing={PUBLISHED} />
        <PracticeArticle practice={practice}>
          {files.length ? <Files files={files} /> : null}
        </PracticeArticle>
      </section>
      <div id="answer" className="stack-large attest-answer">
        <Section title={words('answer')}>
          <div className="stack-large">
            <Right failure={failure} />
            <Change failure={failure} />
            <p className="muted">
              {words('address')} <Link to="/privacy">{words('address_link')}</Link>
            </p>
          </div>
        </Section>
      </div>
    </div>
  )
}

const PUBLISHED = { state: 'published', hidden_at: null, hidden_reason: null, space: null } as const

// Their names alone: the files themselves are open to nobody yet.
function Files({ files }: Pick<Props, 'files'>) {
  const { t } = useTranslation()
  return (
    <Section title={t('attestations.page.files')}>
      <ul>
        {files.map(({ title, lang }, index) => (
          <li key={index} lang={lang ?? undefined}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Right({ failure }: Pick<Props, 'failure'>) {
  const { t } = useTranslation()
  const field = (name: string) => ({
    name,
    label: t(`attestations.page.${name}`),
    defaultValue: failure?.values[name],
    error: failure?.errors[name],
    required: true,
  })
  return (
    <Card>
      <form method="post" noValidate className="form">
        <h3>{t('attestations.page.right')}</h3>
        <p>{t('attestations.page.right_text', { days: DAYS_KEPT.attestation_request })}</p>
        <Field {...field('name')} maxLength={NAME_MAX} autoComplete="name" />
        <Field {...field('function')} maxLength={FUNCTION_MAX} autoComplete="organization-title" />
        <NoticeField accepted={failure?.values.notice} error={failure?.errors.notice} />
        <div className="actions">
          <Button name="intent" value="right" icon="check">
            {t('attestations.page.submit_right')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function Change({ failure }: Pick<Props, 'failure'>) {
  const { t } = useTranslation()
  return (
    <Card>
      <form method="post" noValidate className="form">
        <h3>{t('attestations.page.change')}</h3>
        <p>{t('attestations.page.change_text')}</p>
        <Field
          multiline
          name="note"
          rows={5}
          label={t('attestations.page.note')}
          maxLength={ATTESTATION_NOTE_MAX}
          defaultValue={failure?.values.note}
          error={failure?.errors.note}
          required
        />
        <div className="actions">
          <Button name="intent" value="change" variant="secondary">
            {t('attestations.page.submit_change')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
