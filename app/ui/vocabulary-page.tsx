import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Entry } from '#app/domain/search/vocabulary.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'
import { ButtonLink } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { SearchBox } from './search-box.tsx'
import { VocabularyEntry } from './vocabulary-entry.tsx'

type Props = {
  q: string
  page: number
  more: boolean
  entries: Entry[]
  /** Words that shall become another name of one of these. */
  added: { add: string; lang: Lang } | null
}

/** Every concept and tag with its names in all languages, to look through and to change. */
export function VocabularyPage({ q, page, more, entries, added }: Props) {
  const { t } = useTranslation()
  const kept = keptBy(added)
  return (
    <>
      <PageTitle
        title={t('thesaurus.title')}
        lead={t('thesaurus.lead')}
        breadcrumbs={[{ to: '/moderation', label: t('moderation.title') }]}
        actions={
          added ? undefined : (
            <ButtonLink to="/moderation/thesaurus/new" icon="plus">
              {t('thesaurus.new')}
            </ButtonLink>
          )
        }
      />
      <div className="stack">
        {added ? <Adding {...added} /> : null}
        <SearchBox
          action="/moderation/thesaurus"
          value={q}
          label={t('thesaurus.search')}
          hidden={Object.entries(kept).map(([name, value]) => ({ name, value }))}
        />
        {entries.length ? (
          <ul className="list vocabulary">
            {entries.map((entry) => (
              <li key={entry.id}>
                <VocabularyEntry entry={entry} add={addressOf('', kept)} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title={t('thesaurus.none')} text={t('thesaurus.none_text')} />
        )}
        <Pages q={q} page={page} more={more} kept={kept} />
      </div>
    </>
  )
}

function Adding({ add, lang }: { add: string; lang: Lang }) {
  const { t } = useTranslation()
  const path = addressOf('/moderation/thesaurus/new', keptBy({ add, lang }))
  return (
    <Notice title={t('thesaurus.adding')}>
      <p>
        <bdi lang={lang}>
          <strong>{add}</strong>
        </bdi>{' '}
        — <bdi>{LANG_NAMES[lang]}</bdi>
      </p>
      <p>{t('thesaurus.adding_text')}</p>
      <p className="cluster">
        <ButtonLink to={path} variant="secondary" small>
          {t('thesaurus.adding_new')}
        </ButtonLink>
        <ButtonLink to="/moderation/misses" variant="quiet" small>
          {t('forms.cancel')}
        </ButtonLink>
      </p>
    </Notice>
  )
}

type PagesProps = Pick<Props, 'q' | 'page' | 'more'> & { kept: Record<string, string> }

function Pages({ q, page, more, kept }: PagesProps) {
  const { t } = useTranslation()
  if (page === 1 && !more) return null
  const at = (number: number) =>
    addressOf('/moderation/thesaurus', {
      ...(q ? { q } : {}),
      ...kept,
      ...(number > 1 ? { page: String(number) } : {}),
    })
  return (
    <nav className="pager" aria-label={t('ui.pager.label')}>
      {page > 1 ? (
        <ButtonLink to={at(page - 1)} rel="prev" variant="secondary">
          {t('thesaurus.previous')}
        </ButtonLink>
      ) : null}
      {more ? (
        <ButtonLink to={at(page + 1)} rel="next" variant="secondary">
          {t('thesaurus.next')}
        </ButtonLink>
      ) : null}
    </nav>
  )
}

function keptBy(added: Props['added']): Record<string, string> {
  return added ? { add: added.add, in: added.lang } : {}
}

function addressOf(path: string, params: Record<string, string>) {
  const query = new URLSearchParams(params).toString()
  return query ? `${path}?${query}` : path
}
