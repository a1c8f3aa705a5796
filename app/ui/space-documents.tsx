import { useTranslation } from '#app/i18n/use-translation.ts'
import { ACCEPTED, fileType } from '#app/domain/documents/documents.limits.ts'
import { TITLE_MAX } from '#app/domain/items/items.limits.ts'
import { LANGS } from '#app/domain/languages.ts'
import type { Audience as Readers } from '#app/domain/spaces/audience.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { Audience } from './audience.tsx'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { FileField } from './file-field.tsx'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { formatNumber, sizeInWords } from './numbers.ts'
import { PublishingChecks } from './publishing-checks.tsx'
import { Section } from './section.tsx'
import { SelectField } from './select-field.tsx'
import { Time } from './time.tsx'

type Listed = {
  id: string
  title: string | null
  lang: Lang
  name: string
  size: number
  author: string | null
  published_at: string | null
}

/** The documents of a space; each leads to its own page. */
export function DocumentList({ documents }: { documents: Listed[] }) {
  return (
    <ul className="file-list">
      {documents.map((document) => (
        <li key={document.id}>
          <Icon name="attach" />
          <div>
            <Link to={`/documents/${document.id}`} lang={document.lang}>
              <bdi>{document.title}</bdi>
            </Link>
            <DocumentFacts document={document} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What a document is, in which language and how heavy, and who brought it when. */
export function DocumentFacts({ document }: { document: Listed }) {
  const { t } = useTranslation()
  const reader = useLang()
  const { amount, unit } = sizeInWords(document.size)
  return (
    <p className="meta">
      <span>{fileType(document.name)}</span>
      <span>{t(`ui.sizes.${unit}`, { amount: formatNumber(amount, reader) })}</span>
      <span lang={document.lang}>{LANG_NAMES[document.lang]}</span>
      {document.author ? (
        <span>
          <bdi>{document.author}</bdi>
        </span>
      ) : null}
      {document.published_at ? <Time value={document.published_at} /> : null}
    </p>
  )
}

type FormProps = {
  audience: Readers
  values?: Record<string, string | string[] | undefined>
  errors?: Record<string, string>
}

/** Adds a document to a space, under the line that says who will read it. */
export function DocumentForm({ audience, values = {}, errors = {} }: FormProps) {
  const { t } = useTranslation()
  const reader = useLang()
  const labels = {
    title: t('documents.fields.title'),
    lang: t('documents.fields.lang'),
    file: t('documents.fields.file'),
    checked: t('publishing.title'),
  }
  return (
    <Section title={t('documents.add')}>
      <form method="post" noValidate encType="multipart/form-data" className="form" id="add">
        <Audience audience={audience} />
        <ErrorSummary errors={errors} labels={labels} />
        <Field
          name="title"
          label={labels.title}
          maxLength={TITLE_MAX}
          required
          defaultValue={values.title}
          error={errors.title}
        />
        <SelectField
          name="lang"
          label={labels.lang}
          options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
          required
          defaultValue={values.lang ?? reader}
          error={errors.lang}
        />
        <FileField
          name="file"
          label={labels.file}
          hint={t('documents.fields.file_hint')}
          accept={ACCEPTED}
          required
          error={errors.file}
        />
        <PublishingChecks checked={[values.checked ?? []].flat()} error={errors.checked} />
        <div className="actions">
          <Button icon="attach">{t('documents.submit')}</Button>
        </div>
      </form>
    </Section>
  )
}
