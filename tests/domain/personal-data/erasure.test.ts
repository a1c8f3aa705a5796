import { expect, test } from 'vitest'
import { record } from '#app/domain/moderation/audit.server.ts'
import { countWhatGoes, eraseAccount, whatHolds } from '#app/domain/personal-data/erasure.server.ts'
import { searchPeople } from '#app/domain/search/names.server.ts'
import { findThread } from '#app/domain/threads/threads.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { aMember, aPractice, aSpace, aThread, aUser } from '#tests/support/factories.ts'

const told: unknown[] = []
const tell = async (_: unknown, person: unknown) => void told.push(person)
const erase = (person: { id: string }) => eraseAccount(db, person, { by: person, tell })

test('nothing in the whole file names the person any more; what they published stands under the seat', async () => {
  const NAME = 'Zorquelune Vortimex'
  const person = await aMember({
    name: NAME,
    handle: 'zorquelune',
    email: 'zorquelune@example.org',
  })
  const [other, space] = [await aMember(), await aSpace({ visibility: 'private' }, [])]
  for (const { id: user_id } of [person, other]) {
    await db
      .insertInto('space_member')
      .values({ space_id: space.id, user_id, role: 'owner' })
      .execute()
  }
  const thread = await aThread({ author: person, title: 'Ce qui reste' })
  const inside = await aThread({ author: person, space })
  await aPractice({ author: person, state: 'draft', title: 'Jamais publié' })
  const shared = await aPractice({ author: person, state: 'draft' })
  await db.insertInto('co_author').values({ item_id: shared.id, user_id: other.id }).execute()
  await traces(person, thread.id, other)

  expect(await countWhatGoes(db, person)).toEqual({
    seated: 3,
    unseated: 0,
    unpublished: 2,
    marks: 5,
    spaces: 1,
  })
  expect(await erase(person)).toBe(true)
  expect(told).toEqual([{ name: NAME, email: person.email, lang: 'ar' }])
  expect(where('Zorquelune')).toEqual([])
  expect(await searchPeople(db, other, 'zorq')).toEqual([])

  const rows = await db.selectFrom('item').selectAll().execute()
  expect(rows.map(({ id }) => id).sort()).toEqual([thread.id, inside.id, shared.id].sort())
  const shown = await findThread(db, null, 'fr', thread.id)
  expect(shown).toMatchObject({ author: { name: null, function: 'focal_point' } })
  const seat = await db.selectFrom('seat').where('id', '=', person.seats[0]!.id).selectAll().executeTakeFirst() // prettier-ignore
  expect(seat).toMatchObject({
    user_id: null,
    note: '',
    ends_on: new Date().toISOString().slice(0, 10),
  })
})

test('the log keeps what was done, by somebody who has gone', async () => {
  const person = await aUser({ role: 'facilitator' })
  await record(db, person, { verb: 'tag_added', subject: { kind: 'tag', id: newId() } })
  await erase(person)
  const lines = await db
    .selectFrom('audit')
    .where('actor_id', '=', person.id)
    .orderBy('created_at')
    .select(['verb', 'detail'])
    .execute()
  expect(lines).toEqual([
    { verb: 'tag_added', detail: '{}' },
    { verb: 'user_erased', detail: '{}' },
  ])
})

test('the only owner of a space and the only administrator hand over first', async () => {
  const [owner, other] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'public', name: 'Le sien' }, [owner, other])
  await aSpace({ visibility: 'public' }, [other])
  const held = { spaces: [{ slug: space.slug, name: 'Le sien', lang: 'fr' }], lastAdmin: false }
  expect(await whatHolds(db, owner)).toEqual(held)
  expect(await erase(owner)).toBe(false)
  await db
    .updateTable('space_member')
    .set({ role: 'owner' })
    .where('user_id', '=', other.id)
    .execute()
  expect(await erase(owner)).toBe(true)

  const admin = await aUser({ role: 'admin' })
  expect(await erase(admin)).toBe(false)
  await aUser({ role: 'admin' })
  expect(await erase(admin)).toBe(true)
})

// Something in every table that knows whose it is or to whom it was sent.
async function traces(
  person: { id: string; email: string },
  item_id: string,
  other: { id: string },
) {
  const [user_id, now] = [person.id, new Date().toISOString()]
  await db.insertInto('bookmark').values({ user_id, item_id }).execute()
  await db.insertInto('follow').values({ user_id, item_id }).execute()
  await db.insertInto('reaction').values({ user_id, item_id, meaning: 'thanks' }).execute()
  await db.insertInto('saved_search').values({ id: newId(), user_id, query: 'q=eau' }).execute()
  await db.insertInto('draft').values({ user_id, form: 'thread', fields: '{"a":["Zorquelune"]}' }).execute() // prettier-ignore
  const kept = { user_id, path: '/', fields: '{"a":["Zorquelune"]}', expires_at: now }
  await db
    .insertInto('kept_form')
    .values({ hash: 'k', ...kept })
    .execute()
  const told = { id: newId(), actor_id: other.id, kind: 'reply' as const }
  await db
    .insertInto('notification')
    .values({ ...told, user_id })
    .execute()
  const sent = { id: newId(), actor_id: user_id, kind: 'reply' as const }
  await db
    .insertInto('notification')
    .values({ ...sent, user_id: other.id })
    .execute()
  const mail = { recipient: person.email, lang: 'fr' as const, subject: 's', body: 'b' }
  for (const to of [user_id, null]) {
    await db
      .insertInto('mail')
      .values({ id: newId(), user_id: to, ...mail })
      .execute()
  }
  const invitation = { space_id: (await aSpace({ visibility: 'private' })).id, email: person.email }
  await db
    .insertInto('space_invitation')
    .values({ id: newId(), ...invitation, token_hash: 't', role: 'member', expires_at: now })
    .execute()
  await db.insertInto('report').values({ id: newId(), item_id, reporter_id: user_id, reason: 'spam' }).execute() // prettier-ignore
}

// Every text column of every table, whatever there will be.
function where(word: string) {
  const tables = sqlite
    .prepare(
      `select name from sqlite_master where type = 'table'
    and sql not like '%using fts5%' and name not like 'search_t%'`,
    )
    .all() as { name: string }[]
  return tables.flatMap(({ name }) =>
    (sqlite.prepare(`select * from "${name}"`).all() as Record<string, unknown>[])
      .filter((row) => JSON.stringify(row).toLowerCase().includes(word.toLowerCase()))
      .map((row) => `${name}: ${JSON.stringify(row)}`),
  )
}
