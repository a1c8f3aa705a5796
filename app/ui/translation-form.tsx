import { Fragment } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Piece } from '#app/domain/practices/compare.ts'
import type { TextField } from '#app/domain/practices/translations.ts'
import { dirOf, LANG_NAMES } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { Marked, type Segment } from './marked.tsx'
import { PracticeNote } from './practice-note.tsx'
import { PreviewButton } from './preview-button.tsx'
import { MembersOnly } from './part-readers.tsx'
import { PracticeTextField } from './practice-text-field.tsx'
import type { FormState } from './practice-values.ts'
import { Pieces } from './revision-differences.tsx'

type Term = { said: string; called: string[] }

export type SourceField = {
  name: TextField
  /** What the original says, with what has changed since this version was brought up to date. */
  pieces: Piece[]
  changed: boolean
  /** There is a version, but not of this. */
  missing: boolean
  forMembers: boolean
  terms: Term[]
}

type Languages = { from: Lang; into: Lang }
type Props = { state: FormState; fields: SourceField[]; revision: number; languages: Languages }

const ROWS: Partial<Record<TextField, number | undefined>> = { title: undefined, summary: 4 }

/** The original beside the fields of a translation; a plain form, so that nothing depends on a script. */
export function TranslationForm({ state, fields, revision, languages }: Props) {
  const { t } = useTranslation()
  return (
    <form method="post" action="#" noValidate className="stack-large">
      {/* The first button of a form is the one that the Enter key presses. */}
      <button name="intent" value="save" hidden />
      <input type="hidden" name="revision" value={revision} />
      {fields.map((field) => (
        <div key={field.name} className="translation-pair">
          <Source field={field} languages={languages} />
          <div lang={languages.into} className="translation-target">
            <PracticeTextField
              {...state}
              name={field.name}
              rows={field.name in ROWS ? ROWS[field.name] : 8}
              required={field.name === 'title'}
              example={false}
            />
          </div>
        </div>
      ))}
      <PracticeNote values={state.values} errors={state.errors} />
      <div className="cluster practice-submit">
        <Button name="intent" value="save">
          {t('translations.save')}
        </Button>
        <PreviewButton />
      </div>
    </form>
  )
}

function Source({ field, languages }: { field: SourceField; languages: Languages }) {
  const { t } = useTranslation()
  const { name, pieces, changed, missing, forMembers, terms } = field
  const { from } = languages
  return (
    <section className="stack translation-source" aria-label={t(`practices.fields.${name}`)}>
      <p className="translation-label">
        {t(`practices.fields.${name}`)} <small>{LANG_NAMES[from]}</small>
      </p>
      {changed || missing || forMembers ? (
        <div className="cluster">
          {changed ? <Badge tone="waiting" icon="clock" label={t('translations.changed')} /> : null}
          {missing ? <Badge icon="open" label={t('translations.missing')} /> : null}
          {forMembers ? <MembersOnly /> : null}
        </div>
      ) : null}
      {changed ? (
        <Pieces pieces={pieces} lang={from} />
      ) : (
        <p className="revision-text" lang={from} dir={dirOf(from)}>
          <Marked segments={pieces.flatMap(({ text }) => segmentsOf(text, terms))} />
        </p>
      )}
      <Terms terms={terms} languages={languages} />
    </section>
  )
}

// How the vocabulary calls in the other language what the original says.
function Terms({ terms, languages: { from, into } }: { terms: Term[]; languages: Languages }) {
  const { t } = useTranslation()
  if (terms.length === 0) return null
  return (
    <div>
      <p className="muted">{t('translations.terms')}</p>
      <dl className="translation-terms" dir={dirOf(from)}>
        {terms.map(({ said, called }) => (
          <div key={said}>
            <dt lang={from}>
              <bdi>{said}</bdi>
            </dt>
            <dd lang={into} dir={dirOf(into)}>
              {called.map((one, at) => (
                <Fragment key={one}>
                  {at ? ' · ' : ''}
                  <bdi>{one}</bdi>
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

// Each term where it is said first.
function segmentsOf(text: string, terms: Term[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const { said } of terms) {
    const start = text.indexOf(said, at)
    if (start < 0) continue
    segments.push({ text: text.slice(at, start), mark: false }, { text: said, mark: true })
    at = start + said.length
  }
  return [...segments, { text: text.slice(at), mark: false }].filter((one) => one.text !== '')
}
