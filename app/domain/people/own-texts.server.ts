import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Snapshot } from '../items/revisions.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/**
 * What a person wrote, alone or with others, each as they last saved it, the latest first. They keep
 * their words after they have left the space that these stand in; what others wrote since, and where
 * it stands, is not theirs and is not given.
 */
export async function listOwnTexts(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('revision')
    .innerJoin('item', 'item.id', 'revision.item_id')
    .where('revision.author_id', '=', viewer.id)
    .where(wroteIt(viewer))
    .where('revision.number', '=', lastOf(viewer))
    .orderBy('revision.created_at', 'desc')
    .orderBy('revision.item_id')
    .select(['item.id', 'item.kind', 'revision.created_at', 'revision.snapshot'])
    .execute()
  return rows.map(({ snapshot, ...row }) => {
    const { texts, sections } = JSON.parse(snapshot) as Snapshot
    return { ...row, texts, sections }
  })
}

export type OwnText = Awaited<ReturnType<typeof listOwnTexts>>[number]

// Who approved or restored something has a revision of it too, and did not write it.
function wroteIt({ id }: SignedIn) {
  return sql<boolean>`(item.author_id = ${id} or exists (select 1 from co_author
    where co_author.item_id = item.id and co_author.user_id = ${id}))`
}

function lastOf({ id }: SignedIn) {
  return sql<number>`(select max(mine.number) from revision as mine
    where mine.item_id = revision.item_id and mine.author_id = ${id})`
}
