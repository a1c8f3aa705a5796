import type { Card } from '#app/domain/items/cards.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { KindBadge, StateBadge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { EntryNote } from './entry-note.tsx'
import { type Introduced, Introduction } from './introduction.tsx'
import { ModerationNotice } from './moderation-notice.tsx'
import { PageTitle } from './page-title.tsx'
import { PassOn, type ShortAddress } from './pass-on.tsx'
import { Section } from './section.tsx'
import { Marks } from './marks.tsx'

export type ListedEntry = { id: string; card: Card; note: string | null; note_lang: string | null }

type Props = {
  collection: Introduced & {
    title: string
    bookmarked: boolean
    followed: boolean
  }
  entries: ListedEntry[]
  pass: ShortAddress | null
  may: { arrange: boolean; report: boolean; moderate: boolean }
  signedIn: boolean
}

/** A collection: why it was made, and what it holds, one after the other. */
export function CollectionPage(props: Props) {
  const { collection, entries, pass, may } = props
  const { t } = useTranslation()
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return (
    <>
      <Head {...props} />
      <div className="stack-large collection">
        <Introduction
          item={props.collection}
          here={`/collections/${props.collection.id}`}
          edit={props.may.arrange ? t('collections.edit') : null}
          may={props.may}
        />
        <Section title={t('collections.count', { count: entries.length })}>
          {entries.length === 0 ? (
            <EmptyState
              level="h3"
              title={t('collections.empty')}
              action={
                may.arrange ? (
                  <ButtonLink to={`/collections/${collection.id}/entries`} icon="plus">
                    {t('collections.entries.title')}
                  </ButtonLink>
                ) : undefined
              }
            />
          ) : (
            <CardList
              numbered
              cards={entries.map(({ card }) => card)}
              after={({ id }) => <EntryNote {...byId.get(id)!} />}
            />
          )}
        </Section>
        {pass ? <PassOn {...pass} title={collection.title} /> : null}
      </div>
    </>
  )
}

function Head({ collection, may, signedIn }: Props) {
  const { t } = useTranslation()
  const { id, title, lang, hidden_at } = collection
  return (
    <PageTitle
      title={title}
      lang={lang}
      breadcrumbs={[{ to: '/collections', label: t('collections.title') }]}
      kicker={
        <>
          <KindBadge kind="collection" />
          {hidden_at ? <StateBadge state="hidden" /> : null}
        </>
      }
      meta={<ModerationNotice hiddenAt={hidden_at} />}
      actions={
        signedIn ? (
          <>
            {may.arrange ? (
              <ButtonLink to={`/collections/${id}/entries`} small icon="numbers">
                {t('collections.entries.title')}
              </ButtonLink>
            ) : null}
            <Marks {...collection} />
          </>
        ) : null
      }
    />
  )
}
