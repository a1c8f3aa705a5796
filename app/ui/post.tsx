import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from './badge.tsx'
import { PersonLine } from './person-line.tsx'
import { Prose } from './prose.tsx'

type Props = {
  id: string
  /** None for what was taken over from a public source. */
  author?: Parameters<typeof PersonLine>[0]
  html: string
  lang?: string
  /** Whether a long text shows its beginning first. */
  mayFold?: boolean
  /** The reply that answers the question. */
  answer?: boolean
  /** Badges beside the author. */
  badges?: ReactNode
  /** Reactions, reply, report. */
  actions?: ReactNode
  children?: ReactNode
}

// Of its HTML: what fills more than a screen of a phone.
const LONG = 2500

/** What one person said, at an address of its own (`#post-…`). */
export function Post(props: Props) {
  const { id, author, html, lang, mayFold, answer = false, badges, actions, children } = props
  const { t } = useTranslation()
  return (
    <article className={answer ? 'post post-answer' : 'post'} id={`post-${id}`}>
      {answer ? (
        <div>
          <Badge tone="positive" icon="check" label={t('ui.accepted')} />
        </div>
      ) : null}
      {author || badges ? (
        <header className="post-head">
          {author ? <PersonLine {...author} /> : null}
          {badges}
        </header>
      ) : null}
      <Prose html={html} lang={lang} />
      {mayFold && html.length > LONG ? <Fold /> : null}
      {children}
      {actions ? <footer className="post-actions">{actions}</footer> : null}
    </article>
  )
}

// Opens and closes the text above it, which is there whole: the styles show the beginning of it.
function Fold() {
  const { t } = useTranslation()
  return (
    <details className="post-fold">
      <summary>
        <span>{t('posts.unfold')}</span>
        <span>{t('posts.fold')}</span>
      </summary>
    </details>
  )
}
