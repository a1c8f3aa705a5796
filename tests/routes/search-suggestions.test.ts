import { expect, test } from 'vitest'
import { aMember, aSpace, aThread } from '#tests/support/factories.ts'
import { get } from '#tests/support/requests.ts'

const ADDRESS = '/fr/search/suggestions?q=citronnier'

test('a member gets as suggestions what they may read, others what is open, and no cache any', async () => {
  const insider = await aMember()
  const space = await aSpace({ visibility: 'private' }, [insider])
  const open = await aThread({ title: 'Citronniers de la rue' })
  const hidden = await aThread({ author: insider, space, title: 'Citronniers du jardin fermé' })
  const answer = await get(insider, ADDRESS)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(await answer.json()).toMatchObject([
    { kind: 'thread', path: expect.stringContaining(hidden.id) },
    { kind: 'thread', path: expect.stringContaining(open.id) },
  ])
  for (const outsider of [null, await aMember()]) {
    expect(await (await get(outsider, ADDRESS)).json()).toMatchObject([
      { path: expect.stringContaining(open.id), text: 'Citronniers de la rue', lang: 'fr' },
    ])
  }
})

test('nothing typed, or anything, is answered', async () => {
  for (const q of ['', '?q=', '?q=%22*', `?q=${'a'.repeat(5000)}`, '?q=%00']) {
    expect((await get(null, `/ar/search/suggestions${q}`)).status, q).toBe(200)
  }
  expect((await get(null, '/xx/search/suggestions?q=eau')).status).toBe(404)
})

test('the page without script keeps the plain form, and is no combobox', async () => {
  const page = await (await get(null, '/fr/search')).text()
  expect(page).toContain('type="search"')
  expect(page).not.toContain('role="combobox"')
})
