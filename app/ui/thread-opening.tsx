import { useTranslation } from '#app/i18n/use-translation.ts'
import type { ItemAuthor } from '#app/domain/items/authors.ts'
import type { Counts, Meaning } from '#app/domain/reactions/meanings.ts'
import type { Form } from '#app/domain/threads/forms.ts'
import { useAuthor } from './author.ts'
import { Link } from './link.tsx'
import { ModerationActions } from './moderation-actions.tsx'
import { Post } from './post.tsx'
import { Reactions } from './thread-reactions.tsx'
import { Unsend } from './unsend.tsx'

export type OpeningThread = {
  id: string
  title: string
  html: string
  lang: string
  form: Form
  state: string
  author: ItemAuthor
  published_at: string | null
  created_at: string
  edited_at: string | null
  hidden_at: string | null
  locked_at: string | null
  accepted_post_id: string | null
  reply_count: number
  bookmarked: boolean
  followed: boolean
  counts: Counts
  own: Meaning[]
}

type Props = {
  thread: OpeningThread
  may: Record<'edit' | 'react' | 'unsend' | 'report' | 'moderate', boolean>
}

/** What the thread is about, in the words of who opened it. */
export function ThreadOpening({ thread, may }: Props) {
  const { t } = useTranslation()
  const authorOf = useAuthor()
  const at = thread.published_at ?? thread.created_at
  return (
    <Post
      id={thread.id}
      author={{ ...authorOf(thread.author), at, editedAt: thread.edited_at }}
      html={thread.html}
      lang={thread.lang}
      actions={
        <>
          <Reactions id={thread.id} counts={thread.counts} own={thread.own} may={may.react} />
          <div className="post-links">
            {may.unsend ? <Unsend id={thread.id} /> : null}
            {may.edit ? <Link to={`/threads/${thread.id}/edit`}>{t('posts.edit')}</Link> : null}
            {thread.edited_at ? (
              <Link to={`/threads/${thread.id}/history`}>{t('posts.history')}</Link>
            ) : null}
          </div>
          <ModerationActions
            id={thread.id}
            hiddenAt={thread.hidden_at}
            lockedAt={thread.locked_at}
            steward={may.moderate}
            own={!may.report}
          />
        </>
      }
    />
  )
}
