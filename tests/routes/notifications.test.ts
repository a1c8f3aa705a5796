import { expect, test } from 'vitest'
import { countUnread, notify } from '#app/domain/notifications/notifications.server.ts'
import { db } from '#db/client.server.ts'
import { aPost, aSpace, aThread, aUser, changeItem } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

type Person = Awaited<ReturnType<typeof aUser>>

const page = async (who: Person, path = '/fr/notifications') => (await get(who, path)).text()
const rowsIn = (html: string) => html.match(/<li class="notification">/g)?.length ?? 0
const unread = async (who: Person) =>
  (
    await db
      .selectFrom('notification')
      .where('user_id', '=', who.id)
      .where('read_at', 'is', null)
      .select('item_id')
      .execute()
  ).map(({ item_id }) => item_id)

let minutes = 0

async function replied(told: Person, thread: { id: string; space_id?: string | null }, by: Person) {
  const reply = await aPost(thread, { body: 'Oui.' })
  await notify(db, { user_id: told.id, kind: 'reply', item_id: reply.id, actor_id: by.id })
  const created_at = new Date(Date.UTC(2026, 0, 1, 0, minutes++)).toISOString()
  await db.updateTable('notification').set({ created_at }).where('item_id', '=', reply.id).execute()
  return reply
}

async function people(...names: string[]) {
  return Promise.all(names.map((name) => aUser({ name })))
}

test('the unread replies to one thread are one row, which leads to the first and names the last', async () => {
  const told = await aUser()
  const [a, b, c] = await people('Aïcha', 'Brahim', 'Chaïma')
  const [thread, other] = [await aThread({ title: 'Long fil' }), await aThread({ title: 'Court' })]
  const first = await replied(told, thread, a!)
  for (const who of [b!, c!, c!]) await replied(told, thread, who)
  await replied(told, other, a!)
  const html = await page(told)
  expect(rowsIn(html)).toBe(2)
  expect(html).toContain('4 nouvelles réponses\u00a0: Long fil')
  expect(html).toContain(`/fr/threads/${thread.id}/posts/${first.id}"`)
  expect(html.replaceAll('<!-- -->', '')).toMatch(
    /De <bdi>Chaïma<\/bdi>, <bdi>Brahim<\/bdi> et 1 autre personne/,
  )
  expect(html).toContain('Aïcha a répondu\u00a0: Court')
  expect(await countUnread(db, told)).toBe(2)
})

test('reading the row reads its replies, not those of other threads nor what came since', async () => {
  const [told, by, outsider] = [await aUser(), await aUser(), await aUser()]
  const [thread, other] = [await aThread(), await aThread()]
  await replied(told, thread, by)
  await replied(told, thread, by)
  const elsewhere = await replied(told, other, by)
  const [, id] = /name="id" value="(\w+)"(?![^]*name="id")/.exec(await page(told))!
  const since = await replied(told, thread, by)
  await post(outsider, '/fr/notifications', { id: id! })
  expect(await unread(told)).toHaveLength(4)
  await post(told, '/fr/notifications', { id: id! })
  expect(await unread(told)).toEqual([elsewhere.id, since.id])
  expect(rowsIn(await page(told))).toBe(4)
})

test('a hidden reply is not counted, its author not named, and it stays unread', async () => {
  const told = await aUser()
  const [a, b, hidden] = await people('Aziz', 'Badia', 'Cachée')
  const thread = await aThread({ title: 'Modéré' })
  await replied(told, thread, a!)
  await replied(told, thread, b!)
  const last = await replied(told, thread, hidden!)
  await changeItem(last.id, { hidden_at: '2026-02-01T00:00:00.000Z', hidden_reason: 'x' })
  const html = await page(told)
  expect(html).toContain('2 nouvelles réponses\u00a0: Modéré')
  expect(html).not.toContain('Cachée')
  expect(html).not.toContain(last.id)
  const [, id] = /name="id" value="(\w+)"/.exec(html)!
  await post(told, '/fr/notifications', { id: id! })
  expect(await unread(told)).toEqual([last.id])
  expect(await countUnread(db, told)).toBe(0)
})

test('whoever may read a space no more is told of no reply in it, alone or among others', async () => {
  const [former, by] = [await aUser(), await aUser({ name: 'Dedans' })]
  const space = await aSpace({ visibility: 'private' }, [by])
  const thread = await aThread({ title: 'Fermé', space })
  await replied(former, thread, by)
  await replied(former, thread, by)
  const html = await page(former)
  expect(rowsIn(html)).toBe(0)
  for (const word of ['Fermé', 'Dedans', 'nouvelles réponses']) expect(html).not.toContain(word)
  expect(await countUnread(db, former)).toBe(0)
})

test('pages of groups follow one another without a gap or a row twice', async () => {
  const [told, by] = [await aUser(), await aUser()]
  const threads = []
  for (let n = 0; n < 23; n++) threads.push(await aThread({ title: `Fil ${n}.` }))
  for (const thread of [...threads, ...threads.toReversed()]) await replied(told, thread, by)
  const first = await page(told)
  expect(rowsIn(first)).toBe(20)
  const [, next] = /href="([^"]*notifications\?after=[^"]*)"/.exec(first)!
  const second = await page(told, next!)
  expect(rowsIn(second)).toBe(3)
  for (const { title } of threads) expect(`${first}${second}`.split(`: ${title}`)).toHaveLength(2)
})
