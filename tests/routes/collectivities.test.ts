import { beforeAll, expect, test } from 'vitest'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { aChallenge, aMember, aPractice, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const CASABLANCA = '06.141.01.0'
const TANGER = '01.511.01.0'

beforeAll(() => loadReference(db))

const page = async (person: { id: string } | null, path: string) => (await get(person, path)).text()

test('the index gives the twelve regions in order, with members computed from the records', async () => {
  const html = await page(null, '/fr/collectivities')
  const rows = [...html.matchAll(/<th scope="row"><a [^>]*collectivities\?region=(\d\d)"/g)]
  const codes = rows.map(([, code]) => code)
  expect(codes).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'])
  const { count } = await db
    .selectFrom('membership')
    .where('left_on', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(html).toContain(`<dd>${count}</dd>`)
  expect(html).toContain('Haut-Commissariat au Plan')
  expect(html.length).toBeLessThan(60_000)
})

test('the map shows what its table says, and its outlines say where they are from', async () => {
  const html = await page(null, '/fr/collectivities?show=library')
  const shapes = [
    ...html.matchAll(
      /region=(\d\d)"><title>[^<]+<\/title><path d="M[^"]+z"><\/path><text[^>]*>(\d+)</g,
    ),
  ]
  const rows = [...html.matchAll(/region=(\d\d)">[^<]*<\/a><\/th>(?:<td[^>]*>(\d+)<\/td>){2}/g)]
  expect(shapes).toHaveLength(12)
  expect(shapes.map(([, code, count]) => [code, count])).toEqual(rows.map((row) => row.slice(1)))
  expect(html).toContain('OpenStreetMap')
})

test('a region is drawn by its provinces, of which the map and the table say the same', async () => {
  const insider = await aMember()
  const space = await aSpace({ visibility: 'private' }, [insider])
  await aPractice({ collectivity: '10.521.01.01' })
  await aPractice({ collectivity: '10' })
  await aPractice({ author: insider, space, collectivity: '10.071.01.01' })
  const numbers = async (who: { id: string } | null) => {
    const html = await page(who, '/fr/collectivities?region=10&show=library')
    const rows = [...html.matchAll(/<a [^>]*collectivities\/([\d.]+)\/[^"]*">[^<]*<\/a><\/th>(?:<td[^>]*>(\d+)<\/td>){2}/g)] // prettier-ignore
    const shapes = [...html.matchAll(/collectivities\/([\d.]+)\/[^"]*"><title>[^<]+<\/title><path d="M[^"]+z"><\/path>(?:<text[^>]*>(\d+)<)?/g)] // prettier-ignore
    const [itself, ...table] = rows.map(([, code, count]) => [code, Number(count)])
    expect(shapes.map(([, code, count = 0]) => [code, Number(count)]).sort()).toEqual(table.sort())
    return Object.fromEntries([itself!, ...table])
  }
  const open = { '10': 1, '10.071': 0, '10.261': 0, '10.473': 0, '10.521': 1 }
  for (const outsider of [null, await aMember()]) expect(await numbers(outsider)).toEqual(open)
  expect(await numbers(insider)).toEqual({ ...open, '10.071': 1 })
  const members = await page(null, '/ar/collectivities?region=10')
  expect(members).toContain('الجهة نفسها')
  expect(members).toContain('OpenStreetMap')
  expect(members).toContain('region=10&amp;show=library')
})

test('the map counts what one may read, and says nothing of the rest', async () => {
  const insider = await aMember()
  const space = await aSpace({ visibility: 'private' }, [insider])
  const region = async (person: { id: string } | null) => {
    const html = await page(person, '/fr/collectivities')
    return /region=07">[^<]*<\/a><\/th>((?:<td[^>]*>\d+<\/td>)+)/.exec(html)?.[1]
  }
  const before = [await region(null), await region(await aMember())]
  await aPractice({ author: insider, space, collectivity: '07.041.01.01' })
  const { id: challenge_id } = await aChallenge({ author: insider, space })
  const faced = { challenge_id, collectivity_code: '07.041.01.01' }
  await db.insertInto('challenge_face').values(faced).execute()
  expect([await region(null), await region(await aMember())]).toEqual(before)
  expect(await region(insider)).toBe('<td class="numeric">1</td>'.repeat(3))
})

test('a collectivity is found by its name in Arabic or French, in one region or all', async () => {
  expect(await page(null, '/ar/collectivities?q=البيضاء')).toContain(
    `collectivities/${CASABLANCA}/`,
  )
  expect(await page(null, '/fr/collectivities?q=casabl')).toContain(`collectivities/${CASABLANCA}/`)
  const elsewhere = await page(null, '/fr/collectivities?q=casabl&region=01')
  expect(elsewhere).not.toContain(`collectivities/${CASABLANCA}/`)
  expect(await page(null, '/fr/collectivities?q=zzzz')).toContain('Aucune collectivité trouvée')
})

test('a region is a page of its own, light enough for a phone', async () => {
  const html = await page(null, '/fr/collectivities?region=07')
  expect(html).toContain('Marrakech')
  expect(html.length).toBeLessThan(60_000)
})

test('a page has one address; a wrong or missing name leads to it', async () => {
  for (const path of [CASABLANCA, `${CASABLANCA}/wrong`]) {
    const answer = await get(null, `/ar/collectivities/${path}`)
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(`/ar/collectivities/${CASABLANCA}/casablanca`)
  }
  expect((await get(null, '/ar/collectivities/99.999/nowhere')).status).toBe(404)
})

test('a commune shows its names, where it lies and its arrondissements', async () => {
  const html = await page(null, `/ar/collectivities/${CASABLANCA}/casablanca`)
  for (const words of ['الدار البيضاء', 'Casablanca', '/collectivities/06/', 'المقاطعات']) {
    expect(html).toContain(words)
  }
  const [part] = /\/collectivities\/06\.141\.01\.\d\d\/[^"]+/.exec(html) ?? []
  expect(await page(null, `/fr${part}`)).toContain(`/collectivities/${CASABLANCA}/`)
})

test('a region shows its Tifinagh name, but for the one whose form looks wrong', async () => {
  const named = await page(null, '/fr/collectivities/02/oriental')
  expect(named).toContain('ⵜⴰⵏⴳⵎⵓⴹⵜ')
  const { name_zgh } = await db
    .selectFrom('collectivity')
    .where('code', '=', '10')
    .select('name_zgh')
    .executeTakeFirstOrThrow()
  expect(name_zgh).toBeNull()
})

test('a page shows where the collectivity lies, in colour and in words, and whose the outlines are', async () => {
  const own = (html: string) => html.match(/class="place-map-own"/g)?.length ?? 0
  const commune = await page(null, `/fr/collectivities/${TANGER}/tanger`)
  expect(own(commune)).toBe(2)
  expect(commune).toContain('Tanger\u00a0: préfecture ou province Tanger-Assilah (en couleur)')
  expect(commune).toContain('OpenStreetMap')
  const province = await page(null, '/fr/collectivities/01.511/tanger-assilah')
  expect(own(province)).toBe(2)
  const region = await page(null, '/ar/collectivities/12/dakhla-oued-ed-dahab')
  expect(own(region)).toBe(1)
  expect(region).toContain('بين جهات المغرب الاثنتي عشرة')
  for (const html of [commune, province, region]) expect(html.length).toBeLessThan(60_000)
})

test('neighbours are told with the reason, members first, the nearest before those alike', async () => {
  const told = async (path: string) => {
    const html = await page(null, `/fr/collectivities/${path}`)
    const [, list = ''] = /Voisines et semblables<\/h2>.*?<ul[^>]*>(.*?)<\/ul>/s.exec(html) ?? []
    return list
      .split('</li>')
      .filter(Boolean)
      .map((one) =>
        one
          .replace(/<svg.*?<\/svg>/gs, '')
          .replace(/<[^>]+>/g, '|')
          .replace(/\|+/g, '|'),
      )
  }
  expect(await told('12/dakhla-oued-ed-dahab')).toContain(
    '|Laâyoune-Sakia El Hamra|Limitrophe|Population comparable|Membre du réseau|',
  )
  const province = await told('01.571/tetouan')
  expect(province.join()).toMatch(/\|M&#x27;diq-Fnideq\|Limitrophe\|/)

  // Two that are alike join, one of the province beside and one far away; a third has left again.
  const rural = (region: string, province: string) =>
    db
      .selectFrom('collectivity')
      .where('milieu', '=', 'rural')
      .where('region_code', '=', region)
      .where('province_code', '=', province)
      .orderBy('code')
      .selectAll()
      .execute()
  const [own, near] = [await rural('10', '10.521'), await rural('10', '10.521')]
  const [beside] = await rural('10', '10.071')
  const [far] = await rural('02', '02.275')
  const left_on = '2020-01-01'
  for (const [one, gone] of [[beside], [far], [near[1], left_on]] as const) {
    const membership = { id: newId(), collectivity_code: one!.code, left_on: gone ?? null }
    await db.insertInto('membership').values(membership).execute()
  }
  const lines = await told(`${own[0]!.code}/${own[0]!.slug}`)
  expect(lines).toHaveLength(6)
  const member = lines.map((line) => line.includes('|Membre du réseau|'))
  expect(member).toEqual([...member].sort((a, b) => Number(b) - Number(a)))
  const at = (name: string) => lines.findIndex((line) => line.startsWith(`|${name}|`))
  expect(lines[at(beside!.name_fr)]).toBe(
    `|${beside!.name_fr}|Préfecture ou province voisine|Comme elle\u00a0: commune rurale|Membre du réseau|`,
  )
  expect(lines[at(far!.name_fr)]).toContain('|Autre région|Comme elle\u00a0: commune rurale|')
  expect(at(beside!.name_fr)).toBeLessThan(at(far!.name_fr))
  const gone = lines[at(near[1]!.name_fr)]
  expect(gone).toBe(
    `|${near[1]!.name_fr}|Même préfecture ou province|Comme elle\u00a0: commune rurale|`,
  )
})

test('a page lists what concerns the collectivity and its viewer may read', async () => {
  const author = await aUser({ seat: TANGER })
  const space = await aSpace({ visibility: 'private' }, [author])
  await aThread({ author, title: 'An open thread' })
  await aThread({ author, space, title: 'A closed thread' })
  await aThread({ author, state: 'draft', title: 'An unfinished thread' })
  const challenge = await aChallenge({ title: 'A challenge it faces' })
  await db
    .insertInto('challenge_face')
    .values({ challenge_id: challenge.id, collectivity_code: TANGER })
    .execute()
  await aPractice({ title: 'A practice from there', collectivity: TANGER })

  const path = `/fr/collectivities/${TANGER}/tanger`
  const html = await page(null, path)
  for (const title of ['An open thread', 'A challenge it faces', 'A practice from there']) {
    expect(html).toContain(title)
  }
  for (const outsider of [null, await aUser(), await aUser({ role: 'admin' })]) {
    for (const address of [path, `${path}?list=threads`]) {
      expect(await page(outsider, address)).not.toContain('A closed thread')
    }
  }
  expect(await page(author, `${path}?list=threads`)).toContain('A closed thread')
  expect(await page(author, `${path}?list=threads`)).not.toContain('An unfinished thread')
})

test('who speaks for it is shown to members, and to all once they wrote something public', async () => {
  const place = '04.421.01.0'
  const { slug } = await db
    .selectFrom('collectivity')
    .where('code', '=', place)
    .select('slug')
    .executeTakeFirstOrThrow()
  const path = `/fr/collectivities/${place}/${slug}`
  const quiet = await aUser({ seat: place, name: 'A quiet person' })
  const author = await aUser({ seat: place, name: 'A person who wrote' })
  await aThread({ author })
  const gone = await aUser({ seat: place, name: 'A suspended person' })
  await aThread({ author: gone })
  await db
    .updateTable('user')
    .set({ suspended_at: new Date().toISOString() })
    .where('id', '=', gone.id)
    .execute()
  await aSpace({ visibility: 'private' }, [quiet]).then((space) =>
    aThread({ author: quiet, space }),
  )

  for (const outsider of [null, await aUser()]) {
    const html = await page(outsider, path)
    expect(html).toContain('A person who wrote')
    expect(html).not.toContain('A quiet person')
  }
  const member = await page(author, path)
  expect(member).toContain('A quiet person')
  expect(member).not.toContain('A suspended person')
})

test('facilitators record who joins and who leaves; nobody else does', async () => {
  const code = '05.501.05.03'
  const place = await db
    .selectFrom('collectivity')
    .where('kind', '=', 'commune')
    .where('code', 'not in', db.selectFrom('membership').select('collectivity_code'))
    .select(['code', 'slug'])
    .executeTakeFirstOrThrow()
  const path = `/fr/collectivities/${place.code}/membership`
  expect(place.code).not.toBe(code)
  expect((await get(null, path)).headers.get('location')).toContain('/fr/login')
  for (const person of [await aUser(), await aUser({ seat: TANGER })]) {
    expect((await get(person, path)).status).toBe(403)
    expect((await post(person, path, { joined_on: '2024-01-01' })).status).toBe(403)
  }
  const facilitator = await aUser({ role: 'facilitator' })
  for (const joined_on of ['', '2024-02-31', '2999-01-01']) {
    expect((await post(facilitator, path, { joined_on })).status).toBe(422)
  }
  await post(facilitator, path, { joined_on: '2024-01-15', wave: '4' })
  const shown = await page(null, `/fr/collectivities/${place.code}/${place.slug}`)
  expect(shown).toContain('15 janvier 2024')
  expect(shown).toContain('vague 4')

  expect((await post(facilitator, path, { left_on: '2023-01-01' })).status).toBe(422)
  await post(facilitator, path, { left_on: '2025-06-30' })
  const rows = await db
    .selectFrom('membership')
    .where('collectivity_code', '=', place.code)
    .select(['joined_on', 'left_on', 'wave'])
    .execute()
  expect(rows).toEqual([{ joined_on: '2024-01-15', left_on: '2025-06-30', wave: 4 }])
  const verbs = await db
    .selectFrom('audit')
    .where('subject_id', '=', place.code)
    .orderBy('created_at')
    .select('verb')
    .execute()
  expect(verbs.map(({ verb }) => verb)).toEqual(['membership_joined', 'membership_left'])
})
