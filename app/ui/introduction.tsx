import type { ItemAuthor } from '#app/domain/items/authors.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useAuthor } from './author.ts'
import { Link } from './link.tsx'
import { ModerationActions } from './moderation-actions.tsx'
import { Post } from './post.tsx'

/** What is shown of the text with which a collection or an event opens. */
export type Introduced = {
  id: string
  html: string
  lang: string
  author: ItemAuthor
  published_at: string | null
  created_at: string
  edited_at: string | null
  hidden_at: string | null
}

type Props = {
  item: Introduced
  /** The address of its page. */
  here: string
  /** The words for changing it; null for who may not. */
  edit: string | null
  may: { report: boolean; moderate: boolean }
}

/** The words with which something opens that other things are listed under. */
export function Introduction({ item, here, edit, may }: Props) {
  const { t } = useTranslation()
  const authorOf = useAuthor()
  const { id, author, published_at, created_at, edited_at, hidden_at } = item
  return (
    <Post
      id={id}
      author={{ ...authorOf(author), at: published_at ?? created_at, editedAt: edited_at }}
      html={item.html}
      lang={item.lang}
      actions={
        <>
          <div className="post-links">
            {edit ? <Link to={`${here}/edit`}>{edit}</Link> : null}
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
