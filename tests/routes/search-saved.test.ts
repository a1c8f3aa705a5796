import { expect, test } from 'vitest'
import { SAVED_MAX } from '#app/domain/search/saved.limits.ts'
import { saveSearch } from '#app/domain/search/saved.server.ts'
import { db } from '#db/client.server.ts'
import { aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const query = 'page=2&kind=tool&q="eau potable"&space=cercle-ferme'

test('a search is kept, shown in words to whoever keeps it alone, and removed', async () => {
  const [person, other] = [await aUser(), await aUser()]
  const saved = await post(person, '/fr/searches', { query })
  expect(saved.headers.get('location')).toBe('/fr/search?q=%22eau+potable%22&kind=tool')
  const html = await (await get(person, '/fr/searches')).text()
  expect(html).toContain('&quot;eau potable&quot;</bdi>')
  expect(html).toMatch(/Type\s:<!-- --> <bdi>Outil/)
  expect(html).not.toContain('cercle-ferme')
  expect(await (await get(other, '/fr/searches')).text()).not.toContain('eau potable')

  const path = /\/fr\/searches\/\w+\/remove/.exec(html)![0]
  expect((await post(other, path)).status).toBe(404)
  expect((await get(person, path)).headers.get('location')).toBe('/fr/searches')
  expect((await post(person, path, { list: '1' })).headers.get('location')).toBe('/fr/searches')
  expect((await post(person, path)).status).toBe(404)
  expect(await (await get(person, '/fr/searches')).text()).toContain('Aucune recherche')
})

test('what a visitor wants to keep is offered again once they have signed in', async () => {
  const refused = await post(null, '/ar/searches', { query: 'q=ماء' })
  expect(refused.headers.get('location')).toContain('/ar/login')
  const kept = /kept=[^;]+/.exec(refused.headers.get('set-cookie')!)![0]
  const html = await (await get(await aUser(), '/ar/searches', { cookie: kept })).text()
  expect(html).toContain(`name="query" value="${new URLSearchParams({ q: 'ماء' })}"`)
})

test('what asks for nothing, and one search too many, are refused in words', async () => {
  const person = await aUser()
  for (const nothing of ['', 'sort=date', 'kind=planet', `q=${'س'.repeat(5000)}`, '%E0%A4%A']) {
    const answer = await post(person, '/fr/searches', { query: nothing })
    expect([nothing, answer.status]).toEqual([nothing, 422])
    expect(await answer.text()).toContain('ne peut pas être enregistrée')
  }
  for (let n = 0; n < SAVED_MAX; n++) await saveSearch(db, person, `q=${n}`)
  const full = await post(person, '/fr/searches', { query: 'q=trop' })
  expect(full.status).toBe(422)
  const html = await full.text()
  expect(html).toContain('Vous gardez déjà 50 recherches')
  expect(html).toContain('name="query" value="q=trop"')
})
