import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ItemAuthor } from '#app/domain/items/authors.ts'
import type { Counts, Meaning } from '#app/domain/reactions/meanings.ts'
import { useAuthor } from './author.ts'
import { StateBadge } from './badge.tsx'
import { Button } from './button.tsx'
import { CopyAddress } from './copy-address.tsx'
import { Link } from './link.tsx'
import { ModerationActions } from './moderation-actions.tsx'
import { Post } from './post.tsx'
import { Reactions } from './thread-reactions.tsx'
import { Time } from './time.tsx'
import { Unsend } from './unsend.tsx'
import { SiteForm } from './site-form.tsx'

export type ShownPost = {
  id: string
  thread_id: string
  html: string
  lang: string
  author: ItemAuthor
  counts: Counts
  own: Meaning[]
  published_at: string | null
  created_at: string
  edited_at: string | null
  hidden_at: string | null
  /** Taken back by its author or hidden: its place is shown, its text is not. */
  gone: 'withdrawn' | 'hidden' | null
  may: Record<'react' | 'edit' | 'withdraw' | 'unsend' | 'report' | 'moderate', boolean>
}

type Props = {
  post: ShownPost
  accepted: boolean
  /** What the viewer may do with the thread. */
  may: { reply: boolean; mark: boolean }
  /** The query of the page of the thread that this is, to stay on it. */
  page: string
  /** The first that others wrote since the viewer was here. */
  isFirstNew: boolean
}

/** One reply in a thread, with what the viewer may do with it. */
export function ThreadPost({ isFirstNew, ...props }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {isFirstNew ? <p className="post-since">{t('threads.since')}</p> : null}
      {props.post.gone ? <Gone post={props.post} /> : <Said {...props} />}
    </>
  )
}

function Said({ post, accepted, may, page }: Omit<Props, 'isFirstNew'>) {
  const authorOf = useAuthor()
  return (
    <Post
      id={post.id}
      author={{
        ...authorOf(post.author),
        at: post.published_at ?? post.created_at,
        editedAt: post.edited_at,
      }}
      html={post.html}
      lang={post.lang}
      answer={accepted}
      mayFold
      badges={post.hidden_at ? <StateBadge state="hidden" /> : null}
      actions={<Actions {...{ post, accepted, may, page }} />}
    />
  )
}

function Gone({ post }: { post: ShownPost }) {
  const { t } = useTranslation()
  return (
    <article className="post post-withdrawn" id={`post-${post.id}`}>
      <p>
        {t(`posts.placeholder.${post.gone}`)} <Time value={post.published_at ?? post.created_at} />
      </p>
    </article>
  )
}

function Actions({ post, accepted, may, page }: Omit<Props, 'isFirstNew'>) {
  const { t } = useTranslation()
  return (
    <>
      <Reactions id={post.id} counts={post.counts} own={post.own} may={post.may.react} />
      <div className="post-links">
        {may.reply ? (
          <Link to={`?${page}quote=${post.id}#reply`} reloadDocument>
            {t('posts.quote')}
          </Link>
        ) : null}
        {post.may.edit ? <Link to={`/posts/${post.id}/edit`}>{t('posts.edit')}</Link> : null}
        {post.edited_at ? <Link to={`/posts/${post.id}/history`}>{t('posts.history')}</Link> : null}
        {post.may.unsend ? <Unsend id={post.id} /> : null}
        {may.mark && !post.hidden_at ? <Mark post={post} accepted={accepted} /> : null}
      </div>
      <details className="post-more">
        <summary>{t('posts.more')}</summary>
        <More post={post} />
      </details>
    </>
  )
}

// What is seldom wanted, and would stand below each of twenty replies.
function More({ post }: Pick<Props, 'post'>) {
  const { t } = useTranslation()
  const { id, may } = post
  return (
    <div className="post-links">
      <Link to={`/threads/${post.thread_id}/posts/${id}`}>{t('posts.permalink')}</Link>
      <CopyAddress address={`/i/${id}`} quiet />
      {may.withdraw && !may.unsend ? (
        <Link to={`/posts/${id}/withdraw`}>{t('posts.withdraw')}</Link>
      ) : null}
      <ModerationActions
        id={id}
        hiddenAt={post.hidden_at}
        steward={may.moderate}
        own={!may.report}
      />
    </div>
  )
}

function Mark({ post, accepted }: Pick<Props, 'post' | 'accepted'>) {
  const { t } = useTranslation()
  return (
    <SiteForm to={`/threads/${post.thread_id}/answer`} preventScrollReset>
      <input type="hidden" name="post" value={accepted ? '' : post.id} />
      <Button variant="quiet" small icon={accepted ? 'close' : 'check'}>
        {t(accepted ? 'threads.unmark' : 'threads.mark')}
      </Button>
    </SiteForm>
  )
}
