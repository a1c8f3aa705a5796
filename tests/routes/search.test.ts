import { beforeAll, expect, test } from 'vitest'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { LANGS } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPost, aPractice, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get, ORIGIN } from '#tests/support/requests.ts'

beforeAll(() => loadReference(db))

async function search(who: { id: string } | null, query: string, lang = 'fr') {
  const page = await get(who, `/${lang}/search?${query}`)
  expect(page.status).toBe(200)
  return page.text()
}

test('the words that were searched for are marked in the text as it was written', async () => {
  await aPractice({ title: 'Trier les déchets', body: 'Un tri des **déchets** au souk.' })
  const html = await search(null, 'q=dechets')
  expect(html).toContain('<mark>déchets</mark>')
  expect(html).toContain('1 résultat')
  expect(html).toContain('value="dechets"')
})

test('what was written is shown, never obeyed', async () => {
  await aPractice({ title: 'Fauxtitre <img src=x onerror=alert(1)>', summary: '</p><script>x' })
  const html = await search(null, 'q=fauxtitre+"><script>alert(2)</script>')
  expect(html).not.toContain('<script')
  expect(await search(null, 'q=fauxtitre')).toContain('&lt;img src=x')
})

test('a result in another language says which', async () => {
  await aPractice({ lang: 'ar', title: 'حافلة مدرسية' })
  expect(await search(null, `q=${encodeURIComponent('حافلة')}`)).toContain('>العربية</bdi>')
  const arabic = await search(null, `q=${encodeURIComponent('حافلة')}`, 'ar')
  expect(arabic).not.toContain('<bdi lang="ar">العربية</bdi>')
})

test('a reply that was found is linked to directly', async () => {
  const thread = await aThread({ title: 'Question' })
  const post = await aPost(thread, { body: 'Utilisez le bokashi.' })
  const html = await search(null, 'q=bokashi')
  expect(html).toContain(`href="/fr/threads/${thread.id}/posts/${post.id}"`)
})

test('the words of a private space find nothing outside it', async () => {
  const insider = await aMember()
  const space = await aSpace({ visibility: 'private' }, [insider])
  await aThread({ author: insider, space, title: 'Motsecret vraiment caché' })
  expect(await search(insider, 'q=motsecret')).toContain('<mark>Motsecret</mark>')
  for (const outsider of [null, await aMember()]) {
    const html = await search(outsider, 'q=motsecret')
    expect(html).toContain('Aucun résultat')
    expect(html).not.toContain('vraiment')
  }
})

test('filters are in the address, can be taken away, and nonsense in them is passed over', async () => {
  await aPractice({ title: 'Jardin partagé', principles: ['transparence'] })
  const html = await search(null, 'q=jardin&principle=transparence&kind=practice')
  expect(html).toContain('Jardin</mark>')
  expect(html).toContain('href="/fr/search?q=jardin&amp;kind=practice"')
  const none = await search(null, 'q=jardin&kind=tool')
  expect(none).toContain('Chercher sans les filtres')
  expect(await search(null, 'q=jardin&kind=x&principle=y&tag=z&region=0&page=-4')).toContain(
    'Jardin',
  )
})

test('collectivities and tags that the words name stand above the results', async () => {
  const html = await search(null, 'q=Tiznit')
  expect(html).toMatch(/href="\/fr\/collectivities\/[\d.]+\/tiznit"/)
  expect(await search(null, 'q=budget+participatif')).toContain(
    'href="/fr/tags/participatory-budget"',
  )
})

test('the language switch stays on the search, and a page that is absent leads to the start', async () => {
  expect(await search(null, 'q=eau')).toContain('href="/ar/search?q=eau"')
  const absent = await (await get(null, '/fr/rien?q=eau')).text()
  expect(absent).toContain('<a href="/ar" ')
  expect(absent).not.toContain('rien')
})

test('an empty search and one that finds nothing lead somewhere', async () => {
  for (const query of ['', 'q=', 'q=%00', 'q=introuvablexyz']) {
    expect(await search(null, query)).toContain('href="/fr/practices?principle=transparence"')
  }
  expect(await search(null, 'q=introuvablexyz')).toContain('href="/fr/threads/new"')
})

test('no address of a search is an error', async () => {
  const typed = [
    '"',
    'a OR (',
    'NEAR(',
    '*',
    '%ED%A0%80',
    '%E2%80%AE',
    'x'.repeat(10_000),
    '%FF',
    'a%00b',
  ]
  for (const q of typed) await search(null, `q=${q}&page=${q}&tag=${q}`, 'ar')
})

test('what comes from collectivities like a member’s says so and why, to members alone', async () => {
  const rural = await db
    .selectFrom('collectivity')
    .where('milieu', '=', 'rural')
    .where('region_code', 'in', ['01', '02'])
    .orderBy('code')
    .select(['code', 'region_code'])
    .execute()
  const of = (region: string) => rural.filter((place) => place.region_code === region)
  const [own, near, far] = [of('01')[0]!, of('01')[1]!, of('02')[0]!]
  await aPractice({ title: 'Hammam du douar', collectivity: near.code })
  await aPractice({ title: 'Hammam du col', collectivity: far.code })
  await aPractice({ title: 'Hammam de la ville', collectivity: '06.141.01.0' })
  await aPractice({ title: 'Hammam de chez nous', collectivity: own.code })
  const told = (html: string) => {
    const cards = html.split('<article').slice(1)
    const of = (card: string) => /D’une collectivité comme la vôtre\s: [^<]+/.exec(card)?.[0]
    const at = (title: string) => of(cards.find((card) => card.includes(title))!)
    return [at('du douar'), at('du col'), at('de la ville'), at('de chez nous')]
  }
  const like = 'D’une collectivité comme la vôtre\u00a0: commune rurale'
  expect(told(await search(await aUser({ seat: own.code }), 'q=hammam'))).toEqual([
    `${like}, même région`,
    like,
    undefined,
    undefined,
  ])
  const nothing = [undefined, undefined, undefined, undefined]
  for (const who of [null, await aUser()]) {
    expect(told(await search(who, 'q=hammam'))).toEqual(nothing)
  }
})

test('to search engines all answers are the search page, and no link leads them on', async () => {
  for (let made = 0; made < 21; made += 1) await aThread({ title: `Compostage ${made}` })
  const html = await search(null, 'q=compostage&sort=newest')
  expect(html).not.toContain('noindex')
  expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/fr/search"/>`)
  expect(html.match(/<link rel="alternate" hrefLang="\w+" href="[^"]*"/g)).toEqual(
    LANGS.map((lang) => `<link rel="alternate" hrefLang="${lang}" href="${ORIGIN}/${lang}/search"`),
  )
  const links = html.match(/<a [^>]*href="\/fr\/search\?[^>]*>/g)!
  const followed = links.filter((link) => !/ rel="(?:next )?nofollow"/.test(link))
  expect(followed).toEqual([expect.stringContaining('hrefLang="fr"')])
  expect(links.join()).toContain('rel="next nofollow"')
})
