import { type ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'

type Props = {
  title: ReactNode
  /** The language of the title where it is not the page's. */
  lang?: string
  lead?: ReactNode
  breadcrumbs?: Crumb[]
  /** Badges over the title. */
  kicker?: ReactNode
  /** Who can read this, who wrote it, when. */
  meta?: ReactNode
  actions?: ReactNode
}

/** What this page is, in its first line. */
export function PageTitle({ title, lang, lead, breadcrumbs, kicker, meta, actions }: Props) {
  return (
    <header className="page-title">
      {breadcrumbs?.length ? <Breadcrumbs items={breadcrumbs} /> : null}
      {kicker ? <div className="page-title-kicker">{kicker}</div> : null}
      <h1 lang={lang} dir={lang ? 'auto' : undefined}>
        {title}
      </h1>
      {lead ? <p className="page-title-lead">{lead}</p> : null}
      {meta}
      {actions ? <div className="cluster">{actions}</div> : null}
    </header>
  )
}
