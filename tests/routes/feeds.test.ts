import { expect, test } from 'vitest'
import { feedPath, FEEDS } from '#app/domain/feeds/feeds.ts'
import { LANGS } from '#app/domain/languages.ts'
import { writeTexts } from '#app/domain/items/texts.server.ts'
import { sealItem } from '#app/domain/items/write.server.ts'
import { xml } from '#app/http/xml.server.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aMember, aPractice, aSpace, aThread } from '#tests/support/factories.ts'
import { get, ORIGIN } from '#tests/support/requests.ts'

async function read(path: string, who: { id: string } | null = null) {
  const answer = await get(who, path)
  expect(answer.status).toBe(200)
  return answer.text()
}

async function translate(id: string, title: string) {
  await db.transaction().execute(async (trx) => {
    await writeTexts(trx, id, 'ar', { title })
    await sealItem(trx, id, null)
  })
}

test('each feed in each language is Atom that names itself', async () => {
  for (const feed of FEEDS) {
    for (const lang of LANGS) {
      const answer = await get(null, feedPath(feed, lang))
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
      const text = await answer.text()
      expect(text).toContain(`<link rel="self" type="application/atom+xml" href="${ORIGIN}/feeds/`)
      expect(text).toMatch(/<id>.+<\/id>[\s\S]*<updated>\d{4}-[\d-]+T[\d:.]+Z<\/updated>/)
      expect(text).toContain('<author><name>')
    }
  }
})

test('an entry carries its language, an id that a new title leaves alone, and its address', async () => {
  const { id } = await aPractice({ title: 'Eau & vie <ensemble>', summary: 'Bref\u0000 \ud800mot' })
  const before = await read('/feeds/practices.fr.atom')
  expect(before).toContain('<title>Eau &amp; vie &lt;ensemble&gt;</title>')
  expect(before).toContain(`<id>${ORIGIN}/fr/practices/${id}</id>`)
  expect(before).toContain(`href="${ORIGIN}/fr/practices/${id}/eau-vie-ensemble"`)
  await translate(id, 'الماء')
  expect(await read('/feeds/practices.ar.atom')).toContain('<entry xml:lang="ar">\n<title>الماء<')
  expect(await read('/feeds/practices.en.atom')).toContain('<entry xml:lang="fr">')
})

test('what XML forbids is left out and what it reserves is escaped', () => {
  expect(xml('a\u0000\u000b\uffff\ud800b<>&"\'\u{1f600}ت')).toBe(
    'ab&lt;&gt;&amp;&quot;&apos;\u{1f600}ت'.replace('ab', 'a\ufffdb'),
  )
})

test('feeds and the sitemap tell everyone only what everyone may read', async () => {
  const insider = await aMember()
  const hidden = [
    ...(await Promise.all(
      (['private', 'network'] as const).map(async (visibility) => {
        const space = await aSpace({ visibility }, [insider])
        return aThread({ author: insider, space, title: 'Entre nous' })
      }),
    )),
    await aPractice({ author: insider, state: 'draft', title: 'Entre nous' }),
    await aPractice({ author: insider, state: 'submitted', title: 'Entre nous' }),
  ]
  const open = await aThread({ author: insider, title: 'Pour tous' })
  for (const who of [null, insider]) {
    const all = [
      await read('/feeds/threads.fr.atom', who),
      await read('/feeds/practices.fr.atom', who),
      await read('/sitemap.xml', who),
    ].join()
    expect(all).not.toContain('Entre nous')
    for (const { id } of hidden) expect(all).not.toContain(id)
    expect(all).toContain(open.id)
  }
})

test('a feed that has not changed is not sent again', async () => {
  const first = await get(null, '/feeds/challenges.fr.atom')
  const headers = { 'if-none-match': first.headers.get('etag')! }
  expect((await get(null, '/feeds/challenges.fr.atom', { headers })).status).toBe(304)
  await aChallenge({ title: 'Nouveau' })
  expect((await get(null, '/feeds/challenges.fr.atom', { headers })).status).toBe(200)
})

test('a feed that does not exist is a 404', async () => {
  for (const name of [
    'practices.de.atom',
    'people.fr.atom',
    'practices.fr',
    'practices.fr.atom.x',
  ]) {
    expect((await get(null, `/feeds/${name}`)).status).toBe(404)
  }
})

test('the sitemap names every language of a page, each with its own slug', async () => {
  const { id } = await aPractice({ title: 'Route de l’eau' })
  await translate(id, 'طريق الماء')
  const text = await read('/sitemap.xml')
  const arabic = encodeURI(`${ORIGIN}/ar/practices/${id}/طريق-الماء`)
  expect(text).toContain(`<loc>${arabic}</loc>`)
  expect(text).toContain(`hreflang="ar" href="${arabic}"`)
  expect(text).toContain(`<loc>${ORIGIN}/fr/practices/${id}/route-de-l-eau</loc>`)
  expect(text).toContain(`<loc>${ORIGIN}/zgh/charter</loc>`)
})

test('robots are kept from narrowed searches and personal pages, and shown the sitemap', async () => {
  const text = await read('/robots.txt')
  expect(text.match(/Disallow: .*search.*/g)).toEqual([
    'Disallow: /*/search?*&',
    'Disallow: /*/searches',
  ])
  expect(text).toContain('Disallow: /*/settings\n')
  expect(text).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
})
