import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Piece } from '#app/domain/practices/compare.ts'
import type { Difference } from '#app/domain/practices/differences.server.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'

type Props = { differences: Difference[]; before: string; after: string }

/** What differs between two states of a text, field by field; marked in words, not by colour alone. */
export function RevisionDifferences({ differences, before, after }: Props) {
  const { t } = useTranslation()
  if (differences.length === 0) return <p>{t('revisions.same')}</p>
  return (
    <div className="stack revision">
      <p className="meta">
        <span>
          <del>{before}</del>
        </span>
        <span>
          <ins>{after}</ins>
        </span>
      </p>
      {differences.map((difference) => (
        <section key={`${difference.field}-${difference.lang}`} className="revision-field">
          <h3>
            {t(`practices.fields.${difference.field}`)}
            {difference.lang ? <small> {LANG_NAMES[difference.lang]}</small> : null}
          </h3>
          <Changed difference={difference} />
        </section>
      ))}
    </div>
  )
}

function Changed({ difference }: { difference: Difference }) {
  const { t } = useTranslation()
  if (!difference.coded) return <Pieces pieces={difference.pieces} lang={difference.lang} />
  const words = (values: string[]) =>
    values.map((value) => t(`${difference.coded}.${value}`)).join(t('revisions.comma'))
  return (
    <p className="revision-text">
      {difference.before.length ? <Removed text={words(difference.before)} /> : null}{' '}
      {difference.after.length ? <Added text={words(difference.after)} /> : null}
    </p>
  )
}

/** A text with what was taken out of it and what was put in. */
export function Pieces({ pieces, lang }: { pieces: Piece[]; lang: string | null }) {
  return (
    <p className="revision-text" lang={lang ?? undefined} dir="auto">
      {pieces.map(({ change, text }, index) => {
        if (change === 'removed') return <Removed key={index} text={text} />
        if (change === 'added') return <Added key={index} text={text} />
        return <span key={index}>{text}</span>
      })}
    </p>
  )
}

// The word for those who do not see the marks stands apart, or it would turn the text's direction.
function Removed({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <del>
      <bdi className="visually-hidden">{t('revisions.removed')} </bdi>
      {text}
    </del>
  )
}

function Added({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <ins>
      <bdi className="visually-hidden">{t('revisions.added')} </bdi>
      {text}
    </ins>
  )
}
