import { expect, test } from 'vitest'
import { noteMiss } from '#app/domain/search/misses.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aUser } from '#tests/support/factories.ts'
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
