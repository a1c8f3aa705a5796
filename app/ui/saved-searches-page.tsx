import { useTranslation } from '#app/i18n/use-translation.ts'
import { SAVED_MAX } from '#app/domain/search/saved.limits.ts'
import type { SavedSearch } from '#app/domain/search/saved.ts'
import { Button, ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { SaveSearch } from './save-search.tsx'
import { useSearchInWords } from './search-in-words.ts'
import { Time } from './time.tsx'
import { SiteForm } from './site-form.tsx'

type Props = {
  searches: SavedSearch[]
  /** A search that is not kept yet, for want of a place or of a sign-in. */
  pending: string | null
  /** A locale key. */
  error?: string
}

/** The searches that one keeps, each with what it asks for in words. */
export function SavedSearchesPage({ searches, pending, error }: Props) {
  const { t } = useTranslation()
  return (
    <div className="stack narrow">
      <PageTitle title={t('searches.title')} lead={t('searches.lead')} />
      {error || pending ? <Pending query={pending} error={error} /> : null}
      {searches.length ? (
        <ul className="list saved-searches">
          {searches.map((search) => (
            <li key={search.id}>
              <OneSearch search={search} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          title={t('searches.none')}
          text={t('searches.none_text')}
          action={<ButtonLink to="/search">{t('searches.look')}</ButtonLink>}
        />
      )}
    </div>
  )
}

function Pending({ query, error }: { query: string | null; error?: string }) {
  const { t } = useTranslation()
  return (
    <Notice tone={error ? 'error' : 'info'}>
      <p>{t(error ?? 'searches.pending', { max: SAVED_MAX })}</p>
      {query ? (
        <div className="cluster">
          <SaveSearch query={query} />
          <Link to={`/search?${query}`}>{t('searches.back')}</Link>
        </div>
      ) : null}
    </Notice>
  )
}

function OneSearch({ search }: { search: SavedSearch }) {
  const { t } = useTranslation()
  const conditions = useSearchInWords(search)
  const title = search.asked.q ?? t('searches.everything')
  return (
    <>
      <div>
        <h2>
          <Link to={`/search?${search.query}`}>
            <bdi>{title}</bdi>
          </Link>
        </h2>
        <p className="meta">
          {conditions.map(({ name, value }) => (
            <span key={name}>
              {t('searches.condition', { name })} <bdi>{value}</bdi>
            </span>
          ))}
          <span>
            {t('searches.saved_on')} <Time value={search.created_at} />
          </span>
        </p>
      </div>
      <SiteForm to={`/searches/${search.id}/remove`}>
        <input type="hidden" name="list" value="1" />
        <Button variant="quiet" small icon="close">
          {t('searches.remove')}
          <span className="visually-hidden"> {title}</span>
        </Button>
      </SiteForm>
    </>
  )
}
