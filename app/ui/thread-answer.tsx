import { useTranslation } from '#app/i18n/use-translation.ts'
import { useAuthor } from './author.ts'
import { Link } from './link.tsx'
import { Post } from './post.tsx'
import type { ShownPost } from './thread-post.tsx'

/** The reply that answers, before all others, with the way to its place among them. */
export function ThreadAnswer({ post }: { post: ShownPost }) {
  const { t } = useTranslation()
  const authorOf = useAuthor()
  return (
    <Post
      id="answer"
      author={{ ...authorOf(post.author), at: post.published_at ?? post.created_at }}
      html={post.html}
      lang={post.lang}
      answer
      actions={
        <Link to={`/threads/${post.thread_id}/posts/${post.id}`}>{t('threads.in_place')}</Link>
      }
    />
  )
}
