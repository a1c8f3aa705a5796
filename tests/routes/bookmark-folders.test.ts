import { beforeEach, expect, test } from 'vitest'
import { FOLDERS_MAX } from '#app/domain/bookmarks/bookmarks.limits.ts'
import { eraseAccount } from '#app/domain/personal-data/erasure.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPractice, aThread } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'
import { unzipped } from '#tests/support/unzipped.ts'

type Person = Awaited<ReturnType<typeof aMember>>

const text = async (answer: Response | Promise<Response>) => (await answer).text()

beforeEach(() => db.deleteFrom('try').execute())

test('bookmarks are put into a folder, shown by it, and stay when it is deleted', async () => {
  const person = await aMember()
  const [practice, thread] = [
    await aPractice({ title: 'Iotamel' }),
    await aThread({ title: 'Kappadour' }),
  ]
  for (const { id } of [practice, thread]) await post(person, `/fr/bookmarks/${id}`)
  const folder = await aFolder(person, 'À relire')
  expect(await aFolder(person, 'À relire')).toBe(folder)

  const moved = await post(person, `/fr/bookmarks/${practice.id}/move`, { folder, list: 'all' })
  expect(moved.headers.get('location')).toBe('/fr/bookmarks')
  await post(person, `/fr/bookmarks/${practice.id}/move`, { folder })
  const inside = await text(get(person, `/fr/bookmarks?folder=${folder}`))
  expect(inside).toContain('Iotamel')
  expect(inside).not.toContain('Kappadour')
  expect(await text(get(person, '/fr/bookmarks'))).toMatch(/Kappadour/)

  const here = `/fr/bookmarks/folders/${folder}`
  expect((await post(person, here, { name: 'Pour lundi' })).status).toBe(302)
  expect(await text(get(person, '/fr/bookmarks'))).toContain('Pour lundi')
  await post(person, here, { delete: '1' })
  expect((await get(person, here)).status).toBe(404)
  expect(await text(get(person, '/fr/bookmarks'))).toContain('Iotamel')
})

test('a name that is missing, too long or taken, and a folder too many, are said beside the field', async () => {
  const person = await aMember()
  const other = await aFolder(person, 'Un')
  await aFolder(person, 'Deux')
  for (const name of ['', 'é'.repeat(61)]) {
    const answer = await post(person, '/fr/bookmarks/folders', { name })
    expect(answer.status).toBe(422)
    expect(await text(answer)).toContain('id="field-name-error"')
  }
  const taken = await post(person, `/fr/bookmarks/folders/${other}`, { name: 'Deux' })
  expect([taken.status, await text(taken)]).toEqual([422, expect.stringContaining('value="Deux"')])
  const rows = Array.from({ length: FOLDERS_MAX - 2 }, (_, at) => ({
    id: `${at}`.padStart(12, '0'),
    user_id: person.id,
    name: `n ${at}`,
  }))
  await db.insertInto('bookmark_folder').values(rows).execute()
  expect((await post(person, '/fr/bookmarks/folders', { name: 'Trop' })).status).toBe(422)
})

test('another’s folder is not there: to see, to fill, to rename, to delete', async () => {
  const [owner, other] = [await aMember(), await aMember()]
  const folder = await aFolder(owner, 'Secret')
  const thread = await aThread()
  await post(other, `/fr/bookmarks/${thread.id}`)
  const asked = [
    await get(other, `/fr/bookmarks?folder=${folder}`),
    await get(other, `/fr/bookmarks/folders/${folder}`),
    await post(other, `/fr/bookmarks/folders/${folder}`, { name: 'Mien' }),
    await post(other, `/fr/bookmarks/folders/${folder}`, { delete: '1' }),
    await post(other, `/fr/bookmarks/${thread.id}/move`, { folder }),
  ]
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect(await text(get(owner, '/fr/bookmarks/folders'))).toContain('Secret')
})

test('a folder goes on from page to page', async () => {
  const person = await aMember()
  const folder = await aFolder(person, 'Beaucoup')
  for (let index = 0; index < 22; index++) {
    const { id: item_id } = await aThread({ title: `Fil ${index}.` })
    const created_at = new Date(Date.UTC(2026, 0, index + 1)).toISOString()
    const folder_id = index === 0 ? null : folder
    const mark = { user_id: person.id, item_id, created_at, folder_id }
    await db.insertInto('bookmark').values(mark).execute()
  }
  const first = await text(get(person, `/fr/bookmarks?folder=${folder}`))
  const next = /href="\/fr(\/bookmarks\?folder=[^"]+)" [^>]*rel="next"|rel="next"[^>]*href="\/fr([^"]+)"/.exec(first)! // prettier-ignore
  const second = await text(get(person, `/fr${(next[1] ?? next[2])!.replaceAll('&amp;', '&')}`))
  expect(first).toContain('Fil 21.')
  expect(second).toContain('Fil 1.')
  expect(second).not.toMatch(/Fil 0\.|Fil 2\./)
})

test('folders are in the copy of one’s data, and go with the account', async () => {
  const person = await aMember()
  const practice = await aPractice()
  await post(person, `/fr/bookmarks/${practice.id}`)
  const folder = await aFolder(person, 'Lambdacre')
  await post(person, `/fr/bookmarks/${practice.id}/move`, { folder })
  const files = await unzipped(await post(person, '/fr/settings/export'))
  const { bookmarks, bookmark_folders } = JSON.parse(files['data.json']!)
  expect(bookmarks).toMatchObject([{ folder: 'Lambdacre' }])
  expect(bookmark_folders).toMatchObject([{ name: 'Lambdacre' }])
  await eraseAccount(db, person, { by: null, tell: async () => {} })
  const left = db.selectFrom('bookmark_folder').where('user_id', '=', person.id).selectAll()
  expect(await left.execute()).toEqual([])
})

async function aFolder(person: Person, name: string) {
  const made = await post(person, '/fr/bookmarks/folders', { name })
  return new URL(made.headers.get('location')!, 'http://x').searchParams.get('folder')!
}
