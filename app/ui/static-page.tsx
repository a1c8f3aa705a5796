import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { PageTitle } from './page-title.tsx'

type Props = {
  /** Where its words stand in the locales: `s1_heading`, `s1_text`, … */
  page: 'about' | 'privacy' | 'accessibility'
  parts: number
  /** What stands under some parts' text, by their number. */
  more?: Record<number, ReactNode>
  /** What follows its parts. */
  after?: ReactNode
}

/** A page about the forum itself. */
export function StaticPage({ page, parts, more = {}, after }: Props) {
  const { t } = useTranslation()
  return (
    <article className="static-page">
      <PageTitle title={t(`${page}.title`)} lead={t(`${page}.lead`)} />
      {Array.from({ length: parts }, (_, index) => index + 1).map((part) => (
        <section key={part} className="stack">
          <h2>{t(`${page}.s${part}_heading`)}</h2>
          <p>
            <WithAddresses text={t(`${page}.s${part}_text`)} />
          </p>
          {more[part]}
        </section>
      ))}
      {after}
    </article>
  )
}

const ADDRESS = /([a-z-]+(?:\.[a-z-]+)*\.ma)(?![a-z])/

// The sites that a text names can be gone to.
function WithAddresses({ text }: { text: string }) {
  return text.split(ADDRESS).map((piece, index) =>
    index % 2 ? (
      <a key={index} href={`https://${piece}/`} dir="ltr" rel="external noopener">
        {piece}
      </a>
    ) : (
      piece
    ),
  )
}
