import { useTranslation } from '#app/i18n/use-translation.ts'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { Prose } from './prose.tsx'
import { Time } from './time.tsx'

export type Version = { number: number; created_at: string; note: string; name: string | null }
export type ShownVersion = {
  number: number
  created_at: string
  titles: { lang: string; title: string | null }[]
  sections: { lang: string; name: string; html: string }[]
}

type Props = { versions: Version[]; shown: ShownVersion | undefined; here: string }

/** The versions of a text, and the one that was chosen, as it then read. */
function History({ versions, shown, here }: Props) {
  const { t } = useTranslation()
  if (versions.length === 0) return <EmptyState title={t('posts.versions.none')} />
  return (
    <div className="stack-large">
      <ol className="list" reversed>
        {versions.map((version) => (
          <li key={version.number} className="version">
            <Link
              to={`${here}?version=${version.number}`}
              aria-current={version.number === shown?.number ? 'true' : undefined}
            >
              {t('posts.versions.number', { number: version.number })}
            </Link>
            <span className="meta">
              <Time value={version.created_at} form="minute" />
              <bdi>{version.name ?? t('posts.gone')}</bdi>
            </span>
            {version.note ? <p dir="auto">{version.note}</p> : null}
          </li>
        ))}
      </ol>
      {shown ? <OneVersion shown={shown} /> : null}
    </div>
  )
}

function OneVersion({ shown }: { shown: ShownVersion }) {
  const { t } = useTranslation()
  return (
    <section className="card stack" aria-labelledby="version">
      <h2 id="version">{t('posts.versions.number', { number: shown.number })}</h2>
      {shown.titles.map(({ lang, title }) => (
        <p key={lang} lang={lang} dir="auto" className="version-title">
          {title}
        </p>
      ))}
      {shown.sections.map(({ lang, name, html }) => (
        <Prose key={`${lang}-${name}`} html={html} lang={lang} dir="auto" />
      ))}
    </section>
  )
}

type PageProps = Omit<Props, 'here'> & {
  title: string
  /** Where the item itself is read. */ back: string
  here: string
}

/** The page of an item's versions. */
export function HistoryPage({ title, back, ...history }: PageProps) {
  const { t } = useTranslation()
  return (
    <div className="narrow">
      <PageTitle
        title={t('posts.versions.title')}
        lead={t('posts.versions.lead')}
        breadcrumbs={[{ to: back, label: title || t('kinds.post') }]}
      />
      <History {...history} />
    </div>
  )
}
