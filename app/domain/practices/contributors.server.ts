import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { readable, type ReadableId } from '../items/visibility.server.ts'
import { now } from '../items/write.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { Contributor } from './contributors.ts'

/** Whose words a practice was made from, as an SQL expression that gives JSON for `readContributors`. */
export function contributorsJson() {
  return sql<string>`(select json_group_array(json_object('id', writer.id, 'name', writer.name,
      'handle', writer.handle, 'state', theirs.state))
    from practice_contributor as theirs join user as writer on writer.id = theirs.user_id
    where theirs.practice_id = item.id and writer.suspended_at is null)`
}

/** Reads what `contributorsJson` gave. */
export function readContributors(json: string) {
  return JSON.parse(json) as Contributor[]
}

export type Asked = { practice_id: string; state: Contributor['state']; by: string | null }

/**
 * What a person was asked about their words in a thread that they may read: by whom, and what they
 * answered. Of the practice itself, which may be a draft, it tells nothing.
 */
export function listAsked(db: Db, viewer: SignedIn, threadId: ReadableId): Promise<Asked[]> {
  return db
    .selectFrom('practice_contributor as theirs')
    .innerJoin('practice_thread as origin', 'origin.practice_id', 'theirs.practice_id')
    .innerJoin('item as made', 'made.id', 'theirs.practice_id')
    .innerJoin('item', 'item.id', 'origin.thread_id')
    .leftJoin('user as writer', 'writer.id', 'made.author_id')
    .where('theirs.user_id', '=', viewer.id)
    .where('origin.thread_id', '=', threadId)
    .where('origin.tie', '=', 'origin')
    .where(readable(viewer))
    .select(['theirs.practice_id', 'theirs.state', 'writer.name as by'])
    .execute()
}

/** Keeps what a contributor answered; they may change their mind. Gives whether they were asked. */
export async function answerCredit(
  db: Db,
  viewer: SignedIn,
  practiceId: string,
  state: 'agreed' | 'declined',
) {
  const { numUpdatedRows } = await db
    .updateTable('practice_contributor')
    .set({ state, answered_at: now() })
    .where('practice_id', '=', practiceId)
    .where('user_id', '=', viewer.id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Forgets a contributor whose words are no longer in a practice that the caller may change. */
export async function forgetContributor(db: Db, practiceId: ReadableId, userId: string) {
  await db
    .deleteFrom('practice_contributor')
    .where('practice_id', '=', practiceId)
    .where('user_id', '=', userId)
    .execute()
}
