import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { forgetDraft } from '../drafts/drafts.server.ts'
import { practiceKey } from '../drafts/keys.ts'
import { writtenBy } from '../items/authors.server.ts'
import { readable } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/**
 * Whether a practice or tool of this person's has been accepted before, where others than a
 * private space's own people could read it.
 */
export async function hasAccepted(db: Db, viewer: SignedIn) {
  const row = await db
    .selectFrom('item')
    .leftJoin('space', 'space.id', 'item.space_id')
    .where('item.author_id', '=', viewer.id)
    .where('item.kind', 'in', ['practice', 'tool'])
    .where('item.state', 'in', ['published', 'archived'])
    .where('item.hidden_at', 'is', null)
    .where((eb) => eb.or([eb('space.id', 'is', null), eb('space.visibility', '<>', 'private')]))
    .select('item.id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Removes a draft of the viewer's own that they may still read, and with it what others were asked about
 * their words in it; gives whether there was one. Takes a transaction.
 */
export async function deleteDraft(trx: Db, viewer: SignedIn, id: string) {
  const draft = await trx
    .selectFrom('item')
    .leftJoin('practice_thread as origin', (join) =>
      join.onRef('origin.practice_id', '=', 'item.id').on('origin.tie', '=', 'origin'),
    )
    .where('item.id', '=', id)
    .where('author_id', '=', viewer.id)
    .where('state', '=', 'draft')
    .where('kind', 'in', ['practice', 'tool'])
    .where(readable(viewer))
    .select(['item.id', 'origin.thread_id as made_from'])
    .executeTakeFirst()
  if (!draft) return false
  const others = await trx
    .selectFrom('co_author')
    .where('item_id', '=', draft.id)
    .select('user_id')
    .execute()
  const people = [viewer.id, ...others.map(({ user_id }) => user_id)]
  // What they had typed into its form goes with it.
  for (const person of people) await forgetDraft(trx, person, practiceKey(draft.id))
  await trx.deleteFrom('item').where('id', '=', draft.id).execute()
  if (draft.made_from) await forgetAsked(trx, draft.made_from)
  return true
}

// Takes back the notices about words of a thread of which nobody asks any more.
async function forgetAsked(trx: Db, threadId: string) {
  await trx
    .deleteFrom('notification')
    .where('kind', '=', 'credit')
    .where('item_id', '=', threadId)
    .where(
      sql<boolean>`not exists (select 1 from practice_contributor as theirs
        join practice_thread as origin on origin.practice_id = theirs.practice_id
        where origin.thread_id = notification.item_id and theirs.user_id = notification.user_id)`,
    )
    .execute()
}

/** The viewer's practices and tools that are not public yet, the one touched last first. */
export async function listOwnUnpublished(db: Db, viewer: SignedIn) {
  return db
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').onRef('item_text.lang', '=', 'item.lang'),
    )
    .leftJoin('space', 'space.id', 'item.space_id')
    .where(writtenBy(viewer.id))
    .where('item.kind', 'in', ['practice', 'tool'])
    .where('item.state', 'in', ['draft', 'submitted'])
    .where(readable(viewer))
    .orderBy((eb) => eb.fn.coalesce('item.edited_at', 'item.created_at'), 'desc')
    .orderBy('item.id')
    .limit(100)
    .select(['item.id', 'item.kind', 'item.state', 'item.lang', 'item.author_id'])
    .select(['item.created_at', 'item.edited_at', 'item_text.title', 'space.name as space_name'])
    .execute()
}
