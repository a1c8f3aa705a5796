import type { ItemAuthor } from '#app/domain/items/authors.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useAuthor } from './author.ts'
import { KindBadge, StateBadge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { EntryNote } from './entry-note.tsx'
import { Link } from './link.tsx'
import { ModerationActions } from './moderation-actions.tsx'
import { ModerationNotice } from './moderation-notice.tsx'
import { PageTitle } from './page-title.tsx'
import { PassOn, type ShortAddress } from './pass-on.tsx'
import { Post } from './post.tsx'
import { Section } from './section.tsx'
import { Marks } from './marks.tsx'

export type ListedEntry = { id: string; card: Card; note: string | null; note_lang: string | null }

type Props = {
  collection: {
    id: string
    title: string
    html: string
    lang: string
    author: ItemAuthor
    published_at: string | null
    created_at: string
    edited_at: string | null
    hidden_at: string | null
    bookmarked: boolean
    followed: boolean
  }
  entries: ListedEntry[]
  pass: ShortAddress | null
  code: { size: number; path: string }
  may: { arrange: boolean; report: boolean; moderate: boolean }
  signedIn: boolean
}

/** A collection: why it was made, and what it holds, one after the other. */
export function CollectionPage(props: Props) {
  const { collection, entries, pass, code, may } = props
  const { t } = useTranslation()
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return (
    <>
      <Head {...props} />
      <div className="stack-large collection">
        <Introduction {...props} />
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
        {pass ? <PassOn {...pass} code={code} title={collection.title} /> : null}
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

function Introduction({ collection, may }: Props) {
  const { t } = useTranslation()
  const authorOf = useAuthor()
  const { id, author, published_at, created_at, edited_at, hidden_at } = collection
  const here = `/collections/${id}`
  return (
    <Post
      id={id}
      author={{ ...authorOf(author), at: published_at ?? created_at, editedAt: edited_at }}
      html={collection.html}
      lang={collection.lang}
      actions={
        <>
          <div className="post-links">
            {may.arrange ? <Link to={`${here}/edit`}>{t('collections.edit')}</Link> : null}
            {edited_at ? <Link to={`${here}/history`}>{t('posts.history')}</Link> : null}
          </div>
          <ModerationActions
            id={id}
            hiddenAt={hidden_at}
            steward={may.moderate}
            own={!may.report}
          />
        </>
      }
    />
  )
}
