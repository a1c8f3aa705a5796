import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aCollection,
  aMember,
  aPractice,
  aSpace,
  aThread,
  aUser,
  changeItem,
  collect,
} from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const text = async (answer: Response | Promise<Response>) => (await answer).text()
const facilitator = () => aUser({ role: 'facilitator' })
// Without the nonce, which each request has anew.
const still = (html: string) => html.replace(/[\w+/]{22}==/g, '')

beforeEach(() => db.deleteFrom('try').execute())

test('a facilitator makes a collection, adds by address, notes, orders and takes out', async () => {
  const maker = await facilitator()
  const [one, two] = [
    await aPractice({ title: 'Alphatan' }),
    await aChallenge({ title: 'Betalor' }),
  ]
  const fields = { title: 'Premiers pas', body: 'Pour **commencer**', lang: 'fr' }
  const empty = await post(maker, '/fr/collections/new', { ...fields, title: '' })
  expect([empty.status, await text(empty)]).toEqual([422, expect.stringContaining('commencer')])

  const made = await post(maker, '/fr/collections/new', fields)
  const entries = made.headers.get('location')!
  const again = await post(maker, '/fr/collections/new', fields)
  expect(again.headers.get('location')).toBe(entries)
  const id = /collections\/(\w+)\/entries/.exec(entries)![1]!

  for (const [{ id: item }, word] of [
    [one, 'added'],
    [two, 'added'],
    [two, 'there'],
  ] as const) {
    const answer = await post(maker, entries, { address: `/fr/i/${item}` })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('set-cookie')).toContain(`flash=entry_${word}`)
  }
  const wrong = await post(maker, entries, { address: '/fr/nowhere' })
  expect(wrong.status).toBe(422)
  expect(await text(wrong)).toMatch(/Rien à ajouter à cette adresse[^]*value="\/fr\/nowhere"/)

  const long = await post(maker, `${entries}/${two.id}`, { note: 'é'.repeat(301), lang: 'fr' })
  expect([long.status, await text(long)]).toEqual([422, expect.stringContaining('é'.repeat(301))])
  await post(maker, `${entries}/${two.id}`, { note: 'Une note', lang: 'ar' })
  await post(maker, entries, { item: two.id, before: one.id })

  const page = await text(get(null, `/fr/collections/${id}/premiers-pas`))
  expect(page).toMatch(
    /<strong>commencer<\/strong>[^]*Betalor[^]*lang="ar"[^>]*>Une note[^]*Alphatan/,
  )
  expect(page).toContain('2 contenus')
  await post(maker, entries, { remove: two.id })
  await post(maker, entries, { remove: two.id })
  expect(await text(get(null, `/fr/collections/${id}/premiers-pas`))).not.toContain('Betalor')
  expect((await get(null, `/fr/challenges/${two.id}/betalor`)).status).toBe(200)
})

test('whoever may not arrange is refused, signed in or not, and wrong ids are not there', async () => {
  const { id } = await aCollection({ author: await facilitator() })
  const practice = await aPractice()
  for (const path of [`${id}/entries`, `${id}/edit`, 'new', `add?item=${practice.id}`]) {
    expect((await get(await aMember(), `/fr/collections/${path}`)).status, path).toBe(403)
    expect((await get(null, `/fr/collections/${path}`)).status, path).toBe(302)
  }
  expect((await post(await aMember(), `/fr/collections/${id}/entries`)).status).toBe(403)
  for (const path of [practice.id, 'x', `${practice.id}/entries`, `${id}/entries/${practice.id}`]) {
    expect((await get(await facilitator(), `/fr/collections/${path}`)).status, path).toBe(404)
  }
})

test('from a practice one adds it to a collection, or makes one', async () => {
  const maker = await facilitator()
  const practice = await aPractice({ title: 'Gammafer' })
  const here = `/fr/collections/add?item=${practice.id}`
  expect(await text(get(maker, `/fr/practices/${practice.id}/gammafer`))).toContain(here)
  expect(await text(get(await aMember(), `/fr/practices/${practice.id}/gammafer`))).not.toContain(
    here,
  )
  const { id } = await aCollection({ author: maker, title: 'Deltavin' })
  expect(await text(get(maker, here))).toContain('Deltavin')
  expect((await post(maker, here)).status).toBe(422)
  expect((await post(maker, here, { collection: practice.id })).status).toBe(422)
  const added = await post(maker, here, { collection: id })
  expect(added.headers.get('location')).toBe(`/fr/collections/${id}/entries/${practice.id}`)
  expect(await text(get(null, `/fr/collections/${id}/deltavin`))).toContain('Gammafer')
})

test('a private entry changes not a byte for others: page, list, feed, sitemap, search, editing', async () => {
  const [maker, member] = [await facilitator(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [member])
  const inside = await aPractice({ author: member, space, title: 'Zorquelune' })
  const [first, last] = [await aPractice({ title: 'Premier' }), await aThread({ title: 'Dernier' })]
  const entries = [{ ...first, position: 1 }, { ...last, position: 9 }] // prettier-ignore
  const { id } = await aCollection({ author: maker, title: 'Epsilonde', entries })
  const paths = [
    ...[`/fr/collections/${id}/epsilonde`, '/fr/collections', '/fr/search?q=epsilonde'],
    ...['/feeds/collections.fr.atom', '/sitemap.xml', `/cards/${id}.fr.png`, '/fr'],
  ]
  const seen = async () => {
    const pages = []
    for (const path of paths) pages.push(still(await text(get(null, path))))
    for (const path of [paths[0]!, paths[1]!, `/fr/collections/${id}/entries`]) {
      pages.push(still(await text(get(maker, path))))
    }
    return pages
  }
  const before = await seen()
  await collect(id, [{ ...inside, position: 5, note: 'Zorquelune' }])
  expect(await seen()).toEqual(before)
  expect(await text(get(member, paths[0]!))).toMatch(/Premier[^]*Zorquelune[^]*Dernier/)
  expect(await text(get(member, '/fr/collections'))).toContain('3 contenus')
  expect(await text(get(null, '/fr/collections'))).toContain('2 contenus')
})

test('who follows a collection is told once, and only of what they may read', async () => {
  const [maker, follower] = [await facilitator(), await aMember()]
  const { id } = await aCollection({ author: maker, title: 'Zetanor' })
  await post(follower, `/fr/follows/${id}`)
  const told = async () =>
    (await text(get(follower, '/fr/notifications'))).split('Zetanor').length - 1
  const space = await aSpace({ visibility: 'private' }, [maker])
  const add = async (item: { id: string }) =>
    post(maker, `/fr/collections/${id}/entries`, { address: item.id })

  await add(await aPractice({ space, author: maker }))
  expect(await told()).toBe(0)
  await add(await aPractice())
  const once = await told()
  expect(once).toBeGreaterThan(0)
  await add(await aThread())
  expect(await told()).toBe(once)
})

test('a collection is found as its kind, passed on, kept and reported; hidden it is gone', async () => {
  const [maker, member] = [await facilitator(), await aMember()]
  const { id } = await aCollection({ author: maker, title: 'Etamarine', body: 'Un texte rare' })
  const found = await text(get(null, '/fr/search?q=etamarine&kind=collection'))
  expect(found).toContain(`/fr/collections/${id}/etamarine`)
  expect(found).toContain('Sélection')
  expect(await text(get(null, '/fr/search?q=etamarine+type:s%C3%A9lection'))).toContain(id)
  expect((await get(null, `/i/${id}`)).headers.get('location')).toMatch(
    /collections\/\w+\/etamarine$/,
  )
  const page = await text(get(null, `/fr/collections/${id}/etamarine`))
  expect(page).toContain(`/cards/${id}.fr.png`)
  expect(page).toContain('"@type":"Collection"')
  expect(page).not.toContain('<script src')
  await post(member, `/fr/bookmarks/${id}`)
  expect(await text(get(member, '/fr/bookmarks'))).toContain('Etamarine')
  expect((await get(member, `/fr/reports/new?item=${id}`)).status).toBe(200)

  await changeItem(id, { hidden_at: new Date().toISOString() })
  for (const path of [`/fr/collections/${id}`, `/fr/collections/${id}/etamarine`]) {
    expect((await get(member, path)).status).toBe(404)
  }
  expect(await text(get(member, '/fr/bookmarks'))).not.toContain('Etamarine')
  expect((await get(maker, `/fr/collections/${id}/entries`)).status).toBe(403)
})

test('an edited introduction keeps what stood before', async () => {
  const maker = await facilitator()
  const { id } = await aCollection({ author: maker, title: 'Thetabel', body: 'Avant' })
  const edit = { title: 'Thetabel', body: 'Après', note: 'Mieux dit' }
  expect((await post(maker, `/fr/collections/${id}/edit`, edit)).status).toBe(302)
  expect(await text(get(null, `/fr/collections/${id}/thetabel`))).toContain('Après')
  const history = await text(get(null, `/fr/collections/${id}/history?version=1`))
  expect(history).toMatch(/Mieux dit[^]*Avant|Avant[^]*Mieux dit/)
})
