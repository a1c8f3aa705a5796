import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { record } from '../moderation/audit.server.ts'
import { indexItem } from '../search/index.server.ts'
import type { SignedIn } from '../users/viewer.ts'

type Person = Pick<SignedIn, 'id'>

/** What a person must hand over first: spaces that only they own, the forum that only they run. */
export async function whatHolds(db: Db, { id }: Person) {
  const owned = await db
    .selectFrom('space_member as mine')
    .where('mine.user_id', '=', id)
    .where('mine.role', '=', 'owner')
    .where(
      sql<boolean>`not exists (select 1 from space_member as other where other.role = 'owner'
        and other.space_id = mine.space_id and other.user_id <> mine.user_id)`,
    )
    .select('mine.space_id')
    .execute()
  const ids = owned.map(({ space_id }) => space_id)
  const spaces = ids.length
    ? await db
        .selectFrom('space')
        .where('id', 'in', ids)
        .where('archived_at', 'is', null)
        .orderBy('name')
        .select(['slug', 'name', 'lang'])
        .execute()
    : []
  return { spaces, lastAdmin: await isLastAdmin(db, id) }
}

/** What becomes of what a person has, in numbers, for them to know before they erase the account. */
export async function countWhatGoes(db: Db, { id }: Person) {
  const texts = await listTexts(db, id)
  const marks = [
    ...['bookmark', 'follow', 'topic_follow', 'saved_search', 'reaction', 'notification'],
  ] as Marked[]
  const counts = await Promise.all(marks.map((table) => countOf(db, table, id)))
  return {
    seated: texts.filter(({ stays, seat_id }) => stays && seat_id).length,
    unseated: texts.filter(({ stays, seat_id }) => stays && !seat_id).length,
    unpublished: texts.filter(({ stays }) => !stays).length + (await countOf(db, 'draft', id)),
    marks: counts.reduce((sum, count) => sum + count, 0),
    spaces: await countOf(db, 'space_member', id),
  }
}

/** Writes to whoever had the account, in the transaction that erases it. */
type Tell = (trx: Db, person: { name: string; email: string; lang: Lang }) => Promise<void>

/**
 * Erases an account for good (law 09-08, articles 8 and 9). What was published stays, under the seat it was
 * written from and without the person; what never was, and has no other author, goes, and so does all
 * that was theirs alone. Takes who does it (null: whoever runs the program). Gives false, and changes
 * nothing, while `whatHolds` finds something.
 */
export function eraseAccount(
  db: Db,
  person: Person,
  { by, tell }: { by: Person | null; tell: Tell },
) {
  return db.transaction().execute(async (trx) => {
    const { spaces, lastAdmin } = await whatHolds(trx, person)
    if (spaces.length || lastAdmin) return false
    const { name, email, lang } = await trx
      .selectFrom('user')
      .where('id', '=', person.id)
      .select(['name', 'email', 'lang'])
      .executeTakeFirstOrThrow()
    const texts = await listTexts(trx, person.id)
    const shared = await listShared(trx, person.id)
    await removeItems(trx, idsOf(texts.filter(({ stays }) => !stays)))
    await emptySeats(trx, person.id)
    await forgetAddress(trx, email)
    // The foreign keys say what goes with an account and what stays without it.
    await trx.deleteFrom('user').where('id', '=', person.id).execute()
    for (const id of [...idsOf(texts.filter(({ stays }) => stays)), ...shared]) {
      await indexItem(trx, id)
    }
    await record(trx, by, { verb: 'user_erased', subject: { kind: 'user', id: person.id } })
    await tell(trx, { name, email, lang })
    return true
  })
}

async function isLastAdmin(db: Db, id: string) {
  const admins = await db
    .selectFrom('user')
    .where('role', '=', 'admin')
    .where('suspended_at', 'is', null)
    .select('id')
    .execute()
  return admins.length === 1 && admins[0]?.id === id
}

// A draft that others write as well is theirs too.
function listTexts(db: Db, id: string) {
  return db
    .selectFrom('item')
    .where('author_id', '=', id)
    .select(['id', 'seat_id'])
    .select(
      sql<0 | 1>`(item.state in ('published', 'archived')
        or exists (select 1 from co_author where co_author.item_id = item.id))`.as('stays'),
    )
    .execute()
}

async function listShared(trx: Db, id: string) {
  const rows = await trx
    .selectFrom('co_author')
    .where('user_id', '=', id)
    .select('item_id')
    .execute()
  return rows.map(({ item_id }) => item_id)
}

type Marked = 'bookmark' | 'follow' | 'topic_follow' | 'saved_search' | 'reaction' | 'notification'

async function countOf(db: Db, table: Marked | 'draft' | 'space_member', id: string) {
  const { count } = await db
    .selectFrom(table as Marked)
    .where('user_id', '=', id)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function idsOf(rows: { id: string }[]) {
  return rows.map(({ id }) => id)
}

async function removeItems(trx: Db, ids: string[]) {
  for (const id of ids) await trx.deleteFrom('item').where('id', '=', id).execute()
}

// A seat from which something was written stays, empty and ended; any other is of no use to anybody.
async function emptySeats(trx: Db, id: string) {
  await trx
    .deleteFrom('seat')
    .where('user_id', '=', id)
    .where(
      sql<boolean>`not exists (select 1 from item where item.seat_id = seat.id)
        and not exists (select 1 from challenge_face where challenge_face.seat_id = seat.id)`,
    )
    .execute()
  const today = new Date().toISOString().slice(0, 10)
  await trx
    .updateTable('seat')
    .set({
      note: '',
      refused_reason: null,
      ends_on: sql`min(coalesce(ends_on, ${today}), ${today})`,
    })
    .where('user_id', '=', id)
    .execute()
}

async function forgetAddress(trx: Db, email: string) {
  await trx.deleteFrom('mail').where('recipient', '=', email).execute()
  await trx.deleteFrom('space_invitation').where('email', '=', email).execute()
  await trx.deleteFrom('attestation_request').where('email', '=', email).execute()
}
