import { expect, test } from 'vitest'
import { labelsSchema } from '#app/domain/labels/labels.schema.server.ts'
import { addConcept } from '#app/domain/search/concepts.server.ts'
import { listMisses, noteMiss } from '#app/domain/search/misses.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPractice, aUser } from '#tests/support/factories.ts'
import { get } from '#tests/support/requests.ts'

const PATH = '/fr/moderation/misses'

test('what was looked for in vain is read by facilitators alone', async () => {
  await noteMiss(db, 'fr', 'abris voyageurs')
  expect((await get(null, PATH)).headers.get('location')).toContain('/fr/login')
  for (const person of [await aUser(), await aMember()]) {
    const answer = await get(person, PATH)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('abris voyageurs')
  }
  const html = await (await get(await aUser({ role: 'facilitator' }), PATH)).text()
  expect(html).toContain('abris voyageurs')
  expect(html).toContain('Les mots sont gardés 90 jours')
})

test('what only leads to something close was looked for in vain, and that is said', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const named = [
    { label_ar: 'ظقشسا', label_fr: 'Gnafou', label_en: 'Thirst' },
    { label_ar: 'ظقشسب', label_fr: 'Zlibet', label_en: 'Drought' },
  ]
  for (const labels of named) await addConcept(db, facilitator, labelsSchema.parse(labels))
  await aPractice({ title: 'Un zlibet rude' })
  for (const [word, isMiss] of [
    ['gnafou', true],
    ['zlibet', false],
  ] as const) {
    const html = await (await get(null, `/fr/search?q=${word}`)).text()
    expect(html).toContain('<mark>zlibet</mark>')
    expect(html.includes('parlent d’un sujet proche')).toBe(isMiss)
  }
  const misses = await listMisses(db, { days: 1, limit: 10 })
  expect(misses.map(({ words }) => words)).toContain('gnafou')
  expect(misses.map(({ words }) => words)).not.toContain('zlibet')
})

test('each leads to the thesaurus and to a challenge with its words filled in', async () => {
  await noteMiss(db, 'ar', 'مآرب "السيارات" 50%')
  const facilitator = await aUser({ role: 'facilitator' })
  const html = await (await get(facilitator, `${PATH}?days=7`)).text()
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&')) // prettier-ignore
  const thesaurus = links.find((href) => href.includes('/thesaurus?add=%D9%85'))!
  expect(new URL(thesaurus, 'http://a').searchParams.get('add')).toBe('مارب السيارات 50')
  const challenge = links.find((href) => href.includes('/challenges/new?title=%D9%85'))!
  const form = await (await get(facilitator, challenge)).text()
  expect(form).toMatch(/<input[^>]*name="title"[^>]*value="مارب السيارات 50"/)
})

test('a title that an address brings is cut to what a title may be', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const answer = await get(facilitator, `/fr/challenges/new?title=${'a'.repeat(5000)}`)
  expect(await answer.text()).toMatch(/name="title"[^>]*value="a{200}"/)
})
