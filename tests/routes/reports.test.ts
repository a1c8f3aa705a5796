import { expect, test } from 'vitest'
import { db } from '#db/client.server.ts'
import { aMember, aPost, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

function reportsOf(itemId: string) {
  return db
    .selectFrom('report')
    .where('item_id', '=', itemId)
    .select(['reporter_id', 'reason', 'note', 'settlement'])
    .execute()
}

test('every account may report what it can read, once while that is open', async () => {
  const thread = await aThread({ author: await aMember() })
  const path = `/fr/reports/new?item=${thread.id}`
  expect((await get(null, path)).headers.get('location')).toContain('/fr/login?to=')

  const account = await aUser()
  expect(await (await get(account, path)).text()).toContain('Signaler un contenu')
  expect((await post(account, path, { note: 'No reason' })).status).toBe(422)
  const sent = await post(account, path, { reason: 'untrue', note: 'The figure is wrong' })
  expect(sent.headers.get('location')).toContain(`/fr/threads/${thread.id}`)
  await post(account, path, { reason: 'spam' })
  expect(await reportsOf(thread.id)).toEqual([
    {
      reporter_id: account.id,
      reason: 'untrue',
      note: 'The figure is wrong',
      settlement: null,
    },
  ])
})

test('a reply is reported as well, and leads back to its place', async () => {
  const thread = await aThread({ author: await aMember() })
  const reply = await aPost(thread, { author: await aMember() })
  const sent = await post(await aMember(), `/fr/reports/new?item=${reply.id}`, { reason: 'spam' })
  expect(sent.headers.get('location')).toBe(`/fr/threads/${thread.id}/posts/${reply.id}`)
})

test('what one may not read cannot be reported: the same answer as for what is absent', async () => {
  const [owner, outsider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner])
  const closed = await aThread({ author: owner, space })
  const bytes = async (id: string) => {
    const page = await get(outsider, `/fr/reports/new?item=${id}`)
    expect(page.status).toBe(404)
    return (await page.text()).replace(/nonce="[^"]*"|"nonce",?"[^"]*"/g, '').replaceAll(id, 'ID')
  }
  const strip = (html: string) => html.match(/<main[\s\S]*<\/main>/)?.[0]
  expect(strip(await bytes(closed.id))).toBe(strip(await bytes('absent000000')))
  expect(
    (await post(outsider, `/fr/reports/new?item=${closed.id}`, { reason: 'spam' })).status,
  ).toBe(404)
  expect(await reportsOf(closed.id)).toEqual([])
})

test('drafts, hidden things and one’s own are not to be reported', async () => {
  const author = await aMember()
  const own = await aThread({ author })
  expect((await get(author, `/fr/reports/new?item=${own.id}`)).status).toBe(403)
  const draft = await aThread({ author, state: 'draft' })
  expect((await get(author, `/fr/reports/new?item=${draft.id}`)).status).toBe(404)
})

test('keeping or hiding settles all the reports about an item, never one’s own alone', async () => {
  const [facilitator, one, other] = [
    await aUser({ role: 'facilitator' }),
    await aUser(),
    await aUser(),
  ]
  const thread = await aThread({ author: await aMember() })
  for (const person of [one, other]) {
    await post(person, `/fr/reports/new?item=${thread.id}`, { reason: 'offensive' })
  }
  expect((await post(one, `/fr/moderation/items/${thread.id}/keep`)).status).toBe(403)
  await post(facilitator, `/fr/moderation/items/${thread.id}/keep`)
  expect((await reportsOf(thread.id)).map(({ settlement }) => settlement)).toEqual(['kept', 'kept'])

  await post(one, `/fr/reports/new?item=${thread.id}`, { reason: 'offensive' })
  await post(facilitator, `/fr/moderation/items/${thread.id}/hide`, { reason: 'Insult' })
  expect((await reportsOf(thread.id)).at(-1)?.settlement).toBe('hidden')

  const own = await aThread({ author: facilitator })
  await post(one, `/fr/reports/new?item=${own.id}`, { reason: 'untrue' })
  await post(facilitator, `/fr/moderation/items/${own.id}/keep`)
  expect((await reportsOf(own.id))[0]?.settlement).toBeNull()
})
