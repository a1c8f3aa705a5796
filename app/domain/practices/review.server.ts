import type { Db } from '#db/client.server.ts'
import { readable, stewarded } from '../items/visibility.server.ts'
import { publishItem, sealItem } from '../items/write.server.ts'
import { record } from '../moderation/audit.server.ts'
import { announce, announceChange } from '../notifications/tellings.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/**
 * Publishes what was submitted and tells its author on the site. Takes a transaction; gives what a
 * mail to the author needs, or undefined when nothing with this id waits for this viewer. The same
 * with the mail: `approve` in app/http/practice-review.server.ts.
 */
export async function approvePractice(trx: Db, facilitator: SignedIn, id: string) {
  const item = await findSubmitted(trx, facilitator, id)
  if (!item) return undefined
  const isNew = await publishItem(trx, id)
  await sealItem(trx, id, facilitator.id)
  const act = await close(trx, facilitator, item, { kind: 'published', note: '' })
  await (isNew ? announce : announceChange)(trx, facilitator, id)
  return { ...item, act }
}

/**
 * Gives what was submitted back to its author as a draft, with a note that says why. Takes and
 * gives what `approvePractice` does. With the mail: `giveBack` in app/http/practice-review.server.ts.
 */
export async function returnPractice(trx: Db, facilitator: SignedIn, id: string, note: string) {
  const item = await findSubmitted(trx, facilitator, id)
  if (!item) return undefined
  await trx.updateTable('item').set({ state: 'draft' }).where('id', '=', id).execute()
  await sealItem(trx, id, facilitator.id)
  return { ...item, act: await close(trx, facilitator, item, { kind: 'returned', note }) }
}

async function findSubmitted(trx: Db, facilitator: SignedIn, id: string) {
  return trx
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').onRef('item_text.lang', '=', 'item.lang'),
    )
    .leftJoin('user', 'user.id', 'item.author_id')
    .where('item.id', '=', id)
    .where('item.kind', 'in', ['practice', 'tool'])
    .where('item.state', '=', 'submitted')
    .where(readable(facilitator))
    .where(stewarded(facilitator))
    .select(['item.id', 'item.kind', 'item.space_id', 'item_text.title', 'item.author_id'])
    .select('item.published_at')
    .select(['user.email', 'user.lang', 'user.name'])
    .executeTakeFirst()
}

type Submitted = NonNullable<Awaited<ReturnType<typeof findSubmitted>>>
export type Reviewed = Submitted & { act: string }

type Decision = { kind: 'published' | 'returned'; note: string }

async function close(trx: Db, facilitator: SignedIn, item: Submitted, { kind, note }: Decision) {
  const { id, kind: subject, space_id, author_id, published_at } = item
  const act_id = await record(trx, facilitator, {
    verb: kind === 'published' ? 'practice_approved' : 'practice_returned',
    subject: { kind: subject, id },
    space_id,
    detail: note ? { reason: note } : {},
    undo: { published_at },
  })
  const told = { item_id: id, actor_id: facilitator.id, note, act_id }
  if (author_id) await notify(trx, { user_id: author_id, kind, ...told })
  return act_id
}
