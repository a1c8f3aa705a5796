import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { SECTION_MAX } from '#app/domain/items/items.limits.ts'
import type { Audience as Readers, DraftAudience } from '#app/domain/spaces/audience.ts'
import { LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { Audience } from './audience.tsx'
import { Button, ButtonLink } from './button.tsx'
import { Disclosure } from './disclosure.tsx'
import { DraftState } from './draft-state.tsx'
import { ACCEPTED_FILES, FileField } from './file-field.tsx'
import { MarkdownField } from './markdown-field.tsx'
import { Prose } from './prose.tsx'
import { type Option, SelectField } from './select-field.tsx'

type Props = {
  label: string
  name?: string
  value?: string
  hint?: string
  /** A locale key. */
  error?: string
  /** What is wrong with the file that was attached: a locale key. */
  attachmentError?: string
  required?: boolean
  rows?: number
  maxLength?: number
  audience: Readers | DraftAudience
  /** HTML of what is typed, when the preview was asked for. */
  preview?: string | null
  /** The language chosen; without it the text's language cannot be. */
  lang?: string
  /** The seats one may speak from; asked only of those who hold several. */
  seats?: Option[]
  seat?: string
  /** The key under which what is typed is kept, and when it last was. */
  draft?: { form: string; savedAt: string | null }
  /** What stands under the text. */
  below?: ReactNode
  submit: string
  /** Where one goes without sending. */
  cancel?: string
}

/**
 * Where people write: Markdown with its preview, who will read it, its language, and the buttons.
 * Stands inside a `<form method="post" noValidate encType="multipart/form-data">` whose action calls `readComposer`; a plain form, so that
 * the page that answers it is always the whole truth.
 */
export function Composer({ label, name = 'body', value, preview, rows = 8, ...props }: Props) {
  const { t } = useTranslation()
  const { hint = t('composer.hint'), error, required = true, maxLength = SECTION_MAX } = props
  return (
    <div className="composer" id="composer">
      {preview ? <Preview html={preview} lang={props.lang} /> : null}
      <MarkdownField
        {...{ name, label, hint, error, required, maxLength, rows }}
        defaultValue={value}
      />
      {props.below}
      <Disclosure summary={t('composer.attach')} open={props.attachmentError !== undefined}>
        <FileField
          name="attachment"
          label={t('files.file')}
          hint={t('composer.attach_hint')}
          error={props.attachmentError}
          accept={ACCEPTED_FILES}
        />
      </Disclosure>
      <Choices {...props} />
      <Audience audience={props.audience} />
      <Actions {...props} />
    </div>
  )
}

function Preview({ html, lang }: { html: string; lang?: string }) {
  const { t } = useTranslation()
  return (
    <section className="composer-preview" aria-label={t('composer.preview_title')} role="status">
      <p className="composer-preview-title">{t('composer.preview_title')}</p>
      <Prose html={html} lang={lang} dir="auto" />
    </section>
  )
}

function Choices({ lang, seats = [], seat }: Pick<Props, 'lang' | 'seats' | 'seat'>) {
  const { t } = useTranslation()
  const languages = LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))
  if (lang === undefined && seats.length < 2) return null
  return (
    <div className="composer-choices">
      {lang === undefined ? null : (
        <SelectField
          name="lang"
          label={t('composer.lang')}
          options={languages}
          defaultValue={lang}
          plain
        />
      )}
      {seats.length > 1 ? (
        <SelectField
          name="seat"
          label={t('composer.seat')}
          options={seats}
          defaultValue={seat}
          plain
        />
      ) : null}
    </div>
  )
}

// Sending comes first, so that Enter in a field of the form sends. The others come back to here.
function Actions({ submit, draft, cancel }: Pick<Props, 'submit' | 'draft' | 'cancel'>) {
  const { t } = useTranslation()
  return (
    <>
      <div className="cluster">
        <Button name="intent" value="send">
          {submit}
        </Button>
        <Button
          name="intent"
          value="preview"
          variant="secondary"
          formAction="#composer"
          formNoValidate
        >
          {t('composer.preview')}
        </Button>
        {draft ? (
          <Button name="intent" value="draft" variant="quiet" formAction="#composer" formNoValidate>
            {t('composer.save')}
          </Button>
        ) : null}
        {cancel ? (
          <ButtonLink to={cancel} variant="quiet">
            {t('forms.cancel')}
          </ButtonLink>
        ) : null}
      </div>
      {draft ? <DraftState {...draft} /> : null}
    </>
  )
}
