import type { Db } from '#db/client.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { record } from '../moderation/audit.server.ts'
import { indexItem } from '../search/index.server.ts'
import type { SignedIn } from '../users/viewer.ts'

type Of = { id: ReadableId; kind: string; space_id: string | null; author_id: string | null }

/**
 * Names a co-author by handle. Takes a transaction and an item that the viewer may name authors of;
 * gives whether there is such a person who may read where the item stands.
 */
export async function addCoAuthor(trx: Db, viewer: SignedIn, item: Of, handle: string) {
  const person = await findPerson(trx, handle.replace(/^@/, ''), item.space_id)
  if (!person || person.id === item.author_id) return false
  await trx
    .insertInto('co_author')
    .values({ item_id: item.id, user_id: person.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await note(trx, viewer, item, { verb: 'co_author_added', user: person.id })
  return true
}

/** Takes a co-author's name off again. Takes a transaction and the item as above. */
export async function removeCoAuthor(trx: Db, viewer: SignedIn, item: Of, userId: string) {
  const removed = await trx
    .deleteFrom('co_author')
    .where('item_id', '=', item.id)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) return false
  await note(trx, viewer, item, { verb: 'co_author_removed', user: userId })
  return true
}

// In a private space only its members: for all others it does not exist.
async function findPerson(trx: Db, handle: string, spaceId: string | null) {
  return trx
    .selectFrom('user')
    .where('handle', '=', handle)
    .where('suspended_at', 'is', null)
    .$if(spaceId !== null, (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom('space_member')
            .whereRef('space_member.user_id', '=', 'user.id')
            .where('space_member.space_id', '=', spaceId ?? '')
            .select('space_member.user_id'),
        ),
      ),
    )
    .select('id')
    .executeTakeFirst()
}

type Noted = { verb: string; user: string }

async function note(trx: Db, viewer: SignedIn, { id, kind, space_id }: Of, { verb, user }: Noted) {
  await indexItem(trx, id)
  await record(trx, viewer, { verb, subject: { kind, id }, space_id, detail: { user } })
}
