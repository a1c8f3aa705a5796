import { formatDate } from '#app/i18n/dates.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import type { Audience as Readers } from '#app/domain/spaces/audience.ts'
import type { Composing } from '#app/domain/drafts/composing.ts'
import { Audience } from './audience.tsx'
import { KindBadge, StateBadge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import type { Crumb } from './breadcrumbs.tsx'
import { Link } from './link.tsx'
import { ModerationNotice } from './moderation-notice.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { PassOn, type ShortAddress } from './pass-on.tsx'
import { Section } from './section.tsx'
import { ThreadAnswer } from './thread-answer.tsx'
import { Marks } from './marks.tsx'
import { ThreadOpening, type OpeningThread } from './thread-opening.tsx'
import { type ShownPost, ThreadPost } from './thread-post.tsx'
import { SharedItem } from './shared-item.tsx'
import { useFirstNew } from './use-first-new.ts'
import { Reply, type ReplyComposer } from './thread-reply.tsx'

export type ThreadPageProps = {
  thread: OpeningThread
  space: { name: string; slug: string } | null
  challenges: Card[]
  /** The practice that it asks about, and those that were made from it. */
  practice: Card | null
  made: Card[]
  posts: ShownPost[]
  accepted: ShownPost | null
  next: string | null
  last: string | null
  /** Where the page before this one begins: null for the first one. */
  before: string | null
  after: string | null
  audience: Readers
  may: {
    reply: boolean
    mark: boolean
    edit: boolean
    react: boolean
    unsend: boolean
    report: boolean
    moderate: boolean
    draft: boolean
  }
  signedIn: boolean
  /** Handles that were mentioned and may not read it. */
  unheard: string[]
  /** By what it is passed on; null while it is not for others. */
  pass: ShortAddress | null
  composer: ReplyComposer | null
  answer: Composing | undefined
}

/** A thread: what was asked or told, the answer if there is one, the replies, and where to reply. */
export function ThreadPage(props: ThreadPageProps) {
  const { thread, accepted, posts } = props
  return (
    <div className="thread">
      <Head {...props} />
      <ThreadOpening thread={thread} may={props.may} />
      {accepted && !props.after && posts[0]?.id !== accepted.id ? (
        <ThreadAnswer post={accepted} />
      ) : null}
      <Replies {...props} />
      <Reply {...props} />
      {props.pass ? <PassOn {...props.pass} title={thread.title} /> : null}
    </div>
  )
}

function Head(props: ThreadPageProps) {
  const { thread, space, challenges, practice, accepted, audience, unheard, signedIn } = props
  const about = [...(practice ? [practice] : []), ...challenges]
  const { t } = useTranslation()
  const state = stateOf(thread)
  return (
    <>
      <PageTitle
        title={thread.title}
        lang={thread.lang}
        breadcrumbs={crumbsOf(space, about, t('threads.title'))}
        kicker={
          <>
            <KindBadge kind={thread.form} />
            {state ? <StateBadge state={state} /> : null}
            {accepted ? (
              <Link className="quiet-link" to={`/threads/${thread.id}/posts/${accepted.id}`}>
                {t('threads.to_answer')}
              </Link>
            ) : null}
          </>
        }
        meta={
          <>
            {space && !thread.hidden_at ? <Audience audience={audience} /> : null}
            <About label={t('threads.about')} cards={space ? about : about.slice(1)} />
            <About label={t('threads.made')} cards={props.made} />
          </>
        }
        actions={signedIn ? <Actions {...props} /> : null}
      />
      <ModerationNotice hiddenAt={thread.hidden_at} />
      {thread.state === 'held' ? (
        <Notice title={t('threads.held.title')}>{t('threads.held.text')}</Notice>
      ) : null}
      {unheard.length ? (
        <Notice tone="warning">
          {t('posts.unheard', {
            count: unheard.length,
            names: unheard.map((one) => `@${one}`).join(', '),
          })}
        </Notice>
      ) : null}
    </>
  )
}

function stateOf({ hidden_at, state, locked_at }: OpeningThread) {
  if (hidden_at) return 'hidden'
  if (state === 'held') return 'held'
  return locked_at ? 'locked' : undefined
}

function Actions({ thread, may }: ThreadPageProps) {
  const { t } = useTranslation()
  return (
    <>
      <Marks {...thread} />
      {may.draft ? (
        <ButtonLink to={`/threads/${thread.id}/practice`} variant="secondary" small icon="book">
          {t('threads.practice')}
        </ButtonLink>
      ) : null}
    </>
  )
}

function crumbsOf(space: ThreadPageProps['space'], about: Card[], all: string): Crumb[] {
  if (space) return [{ to: `/spaces/${space.slug}`, label: space.name }]
  const [first] = about
  if (first) return [{ to: itemPath(first), label: first.title }]
  return [{ to: '/threads', label: all }]
}

function About({ label, cards }: { label: string; cards: Card[] }) {
  if (cards.length === 0) return null
  return (
    <ul className="thread-about">
      {cards.map((card) => (
        <li key={card.id}>
          {label}{' '}
          <Link to={itemPath(card)}>
            <bdi lang={card.lang}>{card.title}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Replies(props: ThreadPageProps) {
  const { t } = useTranslation()
  const { thread, posts, after } = props
  const firstNew = useFirstNew(thread.id, posts)
  return (
    <Section
      title={
        thread.reply_count
          ? t('ui.replies', { count: thread.reply_count })
          : t('threads.no_replies')
      }
    >
      {posts.length === 0 && props.may.reply ? (
        <p className="muted">{t('threads.no_replies_yours')}</p>
      ) : null}
      {props.next || after ? <Span posts={posts} /> : null}
      <ol className="list">
        {posts.map((post) => {
          const isNew = post.id === firstNew
          // Who keeps order is brought back to this very page from what they do there.
          const Item = post.may.moderate ? 'li' : SharedItem
          return (
            <Item key={post.id} className={isNew ? 'post-new' : undefined}>
              <ThreadPost
                post={post}
                accepted={post.id === thread.accepted_post_id}
                may={{ reply: props.may.reply, mark: props.may.mark }}
                page={after ? `after=${after}&` : ''}
                isFirstNew={isNew}
              />
            </Item>
          )
        })}
      </ol>
      <Pages {...props} />
    </Section>
  )
}

// Which of many replies these are. How many come before them would have to be counted.
function Span({ posts }: Pick<ThreadPageProps, 'posts'>) {
  const { t } = useTranslation()
  const days = [posts[0], posts.at(-1)].map(
    (post) => post && formatDate(post.published_at ?? post.created_at, t),
  )
  const [from, to] = days
  if (!from) return null
  return (
    <p className="muted" suppressHydrationWarning>
      {t('threads.pages.span', { from, to, context: from === to ? 'day' : undefined })}
    </p>
  )
}

// A conversation is read from its beginning, so the next page is the later one.
function Pages({ next, last, before, after, thread }: ThreadPageProps) {
  const { t } = useTranslation()
  if (!next && !after) return null
  const path = itemPath({ ...thread, kind: 'thread' })
  return (
    <nav className="pager" aria-label={t('threads.pages.label')}>
      {before ? (
        <ButtonLink to={path} variant="quiet">
          {t('threads.pages.first')}
        </ButtonLink>
      ) : null}
      {after ? (
        <ButtonLink to={before ? `${path}?after=${before}` : path} rel="prev" variant="secondary">
          {t('threads.pages.previous')}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink to={`${path}?after=${next}`} rel="next" variant="secondary">
          {t('threads.pages.next')}
        </ButtonLink>
      ) : null}
      {last && last !== next ? (
        <ButtonLink to={`${path}?after=${last}`} variant="quiet">
          {t('threads.pages.last')}
        </ButtonLink>
      ) : null}
    </nav>
  )
}
