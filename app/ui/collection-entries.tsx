import type { Card } from '#app/domain/items/cards.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import type { ListedEntry } from './collection-page.tsx'
import { EmptyState } from './empty-state.tsx'
import { EntryNote } from './entry-note.tsx'
import { Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'
import { PageTitle } from './page-title.tsx'
import { SearchBox } from './search-box.tsx'
import { Section } from './section.tsx'

type Props = {
  collection: { id: string; title: string; lang: string }
  entries: ListedEntry[]
  words: string
  candidates: Card[]
  failure?: {
    errors: Record<string, string>
    values: Record<string, string | undefined>
    minutes: number
  }
}

/** Where a collection is put in order: what it holds, and what could come to it. */
export function CollectionEntries(props: Props) {
  const { collection, entries, failure } = props
  const { t } = useTranslation()
  return (
    <div className="stack-large narrow">
      <PageTitle
        title={t('collections.entries.title')}
        lead={t('collections.entries.lead')}
        breadcrumbs={[{ to: `/collections/${collection.id}`, label: collection.title }]}
      />
      <FormProblem failure={failure} labels={{ address: t('collections.entries.address') }} />
      <Section title={t('collections.count', { count: entries.length })}>
        {entries.length === 0 ? (
          <EmptyState level="h3" title={t('collections.empty')} />
        ) : (
          <CardList
            numbered
            cards={entries.map(({ card }) => card)}
            after={({ id }) => (
              <Arrange {...props} at={entries.findIndex((one) => one.id === id)} />
            )}
          />
        )}
      </Section>
      <Add {...props} />
    </div>
  )
}

function Arrange({ collection, entries, at }: Props & { at: number }) {
  const { t } = useTranslation()
  const entry = entries[at]!
  const { id, card, note } = entry
  const [above, below] = [entries[at - 1]?.id, entries[at + 1]?.id]
  return (
    <>
      <EntryNote {...entry} />
      <div className="cluster" id={`entry-${id}`}>
        {above ? <Move item={id} before={above} to="up" title={card.title} /> : null}
        {below ? <Move item={below} before={id} to="down" title={card.title} /> : null}
        <ButtonLink
          to={`/collections/${collection.id}/entries/${id}`}
          variant="secondary"
          small
          icon="edit"
        >
          {t(note ? 'collections.entries.note' : 'collections.entries.add_note')}
          <span className="visually-hidden"> {card.title}</span>
        </ButtonLink>
        <form method="post" noValidate>
          <Button name="remove" value={id} variant="quiet" small icon="close">
            {t('collections.entries.remove')}
            <span className="visually-hidden"> {card.title}</span>
          </Button>
        </form>
      </div>
    </>
  )
}

type MoveProps = { item: string; before: string; to: 'up' | 'down'; title: string }

function Move({ item, before, to, title }: MoveProps) {
  const { t } = useTranslation()
  return (
    <form method="post" noValidate>
      <input type="hidden" name="item" value={item} />
      <Button name="before" value={before} variant="secondary" small>
        {t(`collections.entries.${to}`)}
        <span className="visually-hidden"> {title}</span>
      </Button>
    </form>
  )
}

function Add({ collection, words, candidates, failure }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Section title={t('collections.entries.by_words')}>
        <div className="stack">
          <SearchBox
            action={`/collections/${collection.id}/entries`}
            value={words}
            label={t('collections.entries.search')}
          />
          <Candidates words={words} candidates={candidates} />
        </div>
      </Section>
      <Section title={t('collections.entries.by_address')}>
        <form method="post" noValidate className="form">
          <Field
            name="address"
            type="text"
            inputMode="url"
            dir="ltr"
            label={t('collections.entries.address')}
            hint={t('collections.entries.address_hint')}
            required
            defaultValue={failure?.values.address}
            error={failure?.errors.address}
          />
          <div>
            <Button icon="plus">{t('collections.entries.add')}</Button>
          </div>
        </form>
      </Section>
    </>
  )
}

function Candidates({ words, candidates }: Pick<Props, 'words' | 'candidates'>) {
  const { t } = useTranslation()
  if (candidates.length === 0) {
    return words ? <EmptyState level="h3" title={t('collections.entries.none')} /> : null
  }
  return (
    <>
      {words ? null : <p>{t('collections.entries.from_bookmarks')}</p>}
      <CardList
        cards={candidates}
        after={(card) => (
          <form method="post" noValidate>
            <Button name="address" value={card.id} variant="secondary" small icon="plus">
              {t('collections.entries.add')}
              <span className="visually-hidden"> {card.title}</span>
            </Button>
          </form>
        )}
      />
    </>
  )
}
