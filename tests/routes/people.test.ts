import { expect, test } from 'vitest'
import { db } from '#db/client.server.ts'
import { aMember, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get } from '#tests/support/requests.ts'

const main = async (answer: Response) => /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0]

test('a person’s page never gives their address', async () => {
  const person = await aMember({ name: 'A person', about: 'Works on water' })
  await aThread({ author: person, title: 'What they asked' })
  for (const viewer of [null, await aMember(), await aUser({ role: 'admin' }), person]) {
    const html = await (await get(viewer, `/fr/people/${person.handle}`)).text()
    expect(html).toContain('Works on water')
    expect(html).toContain('What they asked')
    expect(html).not.toContain(person.email)
  }
})

test('a person’s page lists what the viewer may read, and no unfinished work', async () => {
  const [person, peer] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [person, peer])
  await aThread({ author: person, space, title: 'Said in private' })
  await aThread({ author: person, state: 'draft', title: 'Not finished' })
  const path = `/fr/people/${person.handle}`
  for (const outsider of [null, await aUser(), await aUser({ role: 'admin' })]) {
    expect(await (await get(outsider, path)).text()).not.toContain('Said in private')
  }
  const own = await (await get(person, path)).text()
  expect(own).toContain('Said in private')
  expect(own).not.toContain('Not finished')
  expect(await (await get(peer, path)).text()).toContain('Said in private')
})

test('seats are for members, and for all once the person wrote something public', async () => {
  const person = await aMember()
  const path = `/fr/people/${person.handle}`
  const place = 'Commune Exemple'
  const seen = async (viewer: { id: string } | null) =>
    (await (await get(viewer, path)).text()).includes(place)
  expect([await seen(null), await seen(await aUser())]).toEqual([false, false])
  expect([await seen(person), await seen(await aMember())]).toEqual([true, true])
  await aThread({ author: person })
  expect(await seen(null)).toBe(true)
})

test('a suspended person is as absent as one who never was', async () => {
  const gone = await aMember()
  expect((await get(null, `/fr/people/${gone.handle}`)).status).toBe(200)
  await db
    .updateTable('user')
    .set({ suspended_at: new Date().toISOString() })
    .where('id', '=', gone.id)
    .execute()
  for (const viewer of [null, await aUser(), await aUser({ role: 'facilitator' })]) {
    const suspended = await get(viewer, `/fr/people/${gone.handle}`)
    const absent = await get(viewer, '/fr/people/nobody-at-all')
    expect([suspended.status, absent.status]).toEqual([404, 404])
    expect(await main(suspended)).toBe(await main(absent))
  }
})

test('a seat that ended is said to be over', async () => {
  const person = await aMember()
  await aThread({ author: person })
  await db
    .updateTable('seat')
    .set({ ends_on: '2023-05-01' })
    .where('user_id', '=', person.id)
    .execute()
  const html = await (await get(null, `/fr/people/${person.handle}`)).text()
  expect(html).toContain('1er mai 2023')
})
