import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { FIELD_NAMES } from '#app/domain/search/field-names.ts'
import { DAYS_KEPT } from '#app/domain/personal-data/retention.ts'
import { interfaceLang } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'

type FieldName = keyof typeof FIELD_NAMES

type Props = {
  /** What this forum has for the examples that need a person or a space. */
  found: { by?: string; space?: string }
}

const FIELDS = Object.keys(FIELD_NAMES) as FieldName[]
const SIGNS = ['phrase', 'not', 'or']

/** How to search, by examples that run when they are followed. */
export function SearchHelpPage({ found }: Props) {
  const { t } = useTranslation()
  return (
    <article className="static-page search-help">
      <PageTitle
        title={t('search_help.title')}
        lead={t('search_help.lead')}
        breadcrumbs={[{ to: '/search', label: t('search.title') }]}
      />
      <Part part="words">
        <Example query={t('search_help.examples.words')} />
        <Example query={t('search_help.examples.form')} />
      </Part>
      <Part part="languages">
        <Example query={t('search_help.examples.language')} />
      </Part>
      <Part part="signs">
        <dl>
          {SIGNS.map((sign) => (
            <div key={sign}>
              <dt>{t(`search_help.signs.${sign}.name`)}</dt>
              <dd>{t(`search_help.signs.${sign}.text`)}</dd>
              <dd>
                <Example query={t(`search_help.examples.${sign}`)} />
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part part="fields">
        <dl>
          {FIELDS.map((field) => (
            <Field key={field} field={field} found={found} />
          ))}
        </dl>
      </Part>
      <Part part="kept" values={{ days: DAYS_KEPT.search_miss }} />
    </article>
  )
}

type PartProps = { part: string; values?: Record<string, number>; children?: ReactNode }

function Part({ part, values, children }: PartProps) {
  const { t } = useTranslation()
  return (
    <section className="stack">
      <h2>{t(`search_help.${part}.title`)}</h2>
      <p>{t(`search_help.${part}.text`, values)}</p>
      {children}
    </section>
  )
}

function Field({ field, found }: { field: FieldName; found: Props['found'] }) {
  const { t } = useTranslation()
  const query = useFieldExample(field, found)
  const own = FIELD_NAMES[field][interfaceLang(useLang())]
  // One's own language first; some names are the same in two.
  const names = [...new Set([...own, ...Object.values(FIELD_NAMES[field]).flat()])]
  return (
    <div>
      <dt>{t(`search_help.fields.${field}.name`)}</dt>
      <dd>{t(`search_help.fields.${field}.text`)}</dd>
      <dd className="search-help-names">
        {names.map((name) => (
          <code key={name} dir="auto">
            {`${name}:`}
          </code>
        ))}
      </dd>
      {query ? (
        <dd>
          <Example query={query} />
        </dd>
      ) : null}
    </div>
  )
}

// Whom and which space there is, only the forum knows: without one there is no example.
function useFieldExample(field: FieldName, { by, space }: Props['found']) {
  const { t } = useTranslation()
  const name = FIELD_NAMES[field][interfaceLang(useLang())][0]
  if (field === 'by') return by && `${name}:${by}`
  if (field === 'space') return space && `${name}:"${space}"`
  return t(`search_help.examples.${field}`)
}

function Example({ query }: { query: string }) {
  return (
    <p className="search-help-example">
      <Link to={`/search?${new URLSearchParams({ q: query })}`}>
        <Icon name="search" />
        <bdi>{query}</bdi>
      </Link>
    </p>
  )
}
