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
  /** The reply that answers the question. */
  answer?: boolean
  /** Badges beside the author. */
  badges?: ReactNode
  /** Reactions, reply, report. */
  actions?: ReactNode
  children?: ReactNode
}

/** What one person said, at an address of its own (`#post-…`). */
export function Post({ id, author, html, lang, answer = false, badges, actions, children }: Props) {
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
      {children}
      {actions ? <footer className="post-actions">{actions}</footer> : null}
    </article>
  )
}
