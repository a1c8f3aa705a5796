import type { TFunction } from 'i18next'
import { itemPath } from '#app/domain/items/paths.ts'
import type { Row } from '#db/schema.ts'

/** A notification with the names of what it is about, as its list and the daily mail have it. */
export type ToldOf = {
  id: string
  kind: Row<'notification'>['kind']
  note: string
  created_at: string
  read_at: string | null
  item_id: string | null
  item_kind: Row<'item'>['kind'] | null
  thread_id: string | null
  title: string | null
  space_name: string | null
  space_slug: string | null
  actor: string | null
  /** Of the unread replies to one thread, where there are more than this one. */
  replies: Replies | null
}

type Replies = { count: number; first: string; people: (string | null)[]; others: number }

/** What a notification says, in one sentence. */
export function notificationSentence(told: ToldOf, t: TFunction) {
  const title = told.title ?? ''
  if (told.replies) return t('notifications.replies', { count: told.replies.count, title })
  const newThread = told.kind === 'reply' && told.item_kind === 'thread'
  return t(`notifications.kinds.${newThread ? 'new_thread' : told.kind}`, {
    actor: told.actor ?? t('posts.gone'),
    title,
    space: told.space_name ?? '',
  })
}

/** Where it leads, without a language. */
export function notificationPath({
  kind,
  item_id,
  item_kind,
  thread_id,
  title,
  space_slug,
  replies,
}: ToldOf) {
  if (kind === 'credit') return `/threads/${item_id}/credit`
  if (item_id && item_kind) {
    return itemPath({
      id: replies?.first ?? item_id,
      kind: item_kind,
      title: title ?? '',
      thread_id,
    })
  }
  if (kind === 'seat_confirmed' || kind === 'seat_refused') return '/settings/seats'
  return space_slug ? `/spaces/${space_slug}` : '/settings'
}
