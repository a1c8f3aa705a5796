import { beforeAll, expect, test } from 'vitest'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aMember,
  aPractice,
  aSpace,
  aUser,
  changeItem,
} from '#tests/support/factories.ts'
import { revisionOf } from '#tests/support/practices.ts'
import { get, post } from '#tests/support/requests.ts'
import { scriptsIn } from '#tests/support/scripts.ts'

beforeAll(() => loadPrinciples(db))

const ABSENT = 'zzzzzzzzzzzz'

type Person = Awaited<ReturnType<typeof aMember>>

/** What an answer gives away: its status and its bytes, without what differs for every request. */
async function seen(answer: Response, id: string) {
  const text = (await answer.text()).replaceAll(/[\w+/]{22}==/g, 'NONCE').replaceAll(id, 'ID')
  return { status: answer.status, text }
}

async function looksAbsent(who: Person | null, path: (id: string) => string, id: string) {
  const hidden = await seen(await get(who, path(id)), id)
  expect(hidden.status).toBe(404)
  expect(hidden).toEqual(await seen(await get(who, path(ABSENT)), ABSENT))
}

test('the library lists what is published and nothing else', async () => {
  const author = await aMember()
  await aPractice({ author, title: 'Publiée pour tous' })
  await aPractice({ author, title: 'Encore un brouillon', state: 'draft' })
  await aPractice({ author, title: 'Remise pour relecture', state: 'submitted' })
  const closed = await aSpace({ visibility: 'private' }, [author])
  await aPractice({ author, space: closed, title: 'Dans un espace fermé' })

  for (const who of [null, await aMember(), author, await aUser({ role: 'admin' })]) {
    const html = await (await get(who, '/fr/practices')).text()
    expect(html).toContain('Publiée pour tous')
    expect(html).not.toContain('Encore un brouillon')
    expect(html).not.toContain('Remise pour relecture')
    expect(html.includes('Dans un espace fermé')).toBe(who === author)
  }
})

test('filters narrow the list, and nonsense in them is ignored', async () => {
  await aPractice({ title: 'Un outil à reprendre', kind: 'tool' })
  await aPractice({ title: 'Une pratique en cours' })
  const list = async (query: string) => (await get(null, `/fr/practices?${query}`)).text()
  expect(await list('kind=tool')).toContain('Un outil à reprendre')
  expect(await list('kind=tool')).not.toContain('Une pratique en cours')
  expect(await list('stage=stopped')).toContain('Aucune fiche ne correspond')
  expect(await list('language=ar')).not.toContain('Une pratique en cours')
  expect(await list('kind=x&stage=%27&region=9&tag=none&before=~&principle=p')).toContain(
    'Une pratique en cours',
  )
})

test('the list is paged by what was last seen', async () => {
  for (let i = 0; i < 21; i++) await aPractice({ title: `Fiche numéro ${i}`, kind: 'tool' })
  const first = await (await get(null, '/fr/practices?kind=tool')).text()
  const older = /href="(\/fr\/practices\?[^"]*before=[^"]*)"/.exec(first)![1]!
  const second = await (await get(null, older.replaceAll('&amp;', '&'))).text()
  const titles = (html: string) => new Set(html.match(/Fiche numéro \d+/g))
  expect(titles(first).size).toBe(20)
  expect([...titles(second)].filter((title) => titles(first).has(title))).toEqual([])
})

test('tools have an address of their own', async () => {
  const answer = await get(null, '/fr/tools?principle=transparence')
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe('/fr/practices?principle=transparence&kind=tool')
})

test('a practice is read at its address, and a wrong slug leads there', async () => {
  const { id } = await aPractice({ title: 'Budget ouvert', summary: 'En bref' })
  const wrong = await get(null, `/fr/practices/${id}/autre?version=fr`)
  expect(wrong.headers.get('location')).toBe(`/fr/practices/${id}/budget-ouvert?version=fr`)
  const html = await (await get(null, `/fr/practices/${id}/budget-ouvert`)).text()
  expect(html).toContain('First, then second')
  expect(html).toContain(`/reports/new?item=${id}`)
  expect(scriptsIn(html)).toEqual([])
})

test('every published practice says where it comes from and since when, source or none (law 31-13)', async () => {
  const source_url = 'https://exemple.ma/rapport'
  const [own, taken] = [await aPractice(), await aPractice()]
  await db.updateTable('practice').set({ source_url }).where('item_id', '=', taken.id).execute()
  for (const { id } of [own, taken]) {
    await changeItem(id, { published_at: '2026-03-05T10:00:00.000Z' })
    const html = await (await get(null, `/fr/practices/${id}/a-title`)).text()
    expect(html).toMatch(/Publiée le.*<time dateTime="2026-03-05T10:00:00.000Z"[^>]*>5 mars 2026</)
    expect(html).toMatch(/practice-citation">[^<]*Commune Exemple[^<]*5 mars 2026[^<]*practices/)
    expect(html.includes(source_url)).toBe(id === taken.id)
  }
})

test('a title that is also the name of a page does not hide the practice', async () => {
  const { id } = await aPractice({ title: 'History' })
  expect((await get(null, `/fr/practices/${id}/history-`)).status).toBe(200)
})

test('a practice shows the version asked for, and neighbours with the reason', async () => {
  const challenge = await aChallenge()
  const { id } = await aPractice({ title: 'La première', challenges: [challenge.id] })
  await aPractice({ title: 'La voisine', challenges: [challenge.id] })
  const member = await aUser({ role: 'facilitator' })
  const revision = await revisionOf(id)
  await post(member, `/fr/practices/${id}/translations/ar`, {
    intent: 'save',
    revision,
    lang: 'ar',
    title: 'الأولى',
    summary: 'ملخص',
  })
  expect(await (await get(null, `/ar/practices/${id}/الأولى`)).text()).toContain('الأولى')
  const html = await (await get(null, `/fr/practices/${id}/la-premiere`)).text()
  expect(html).toContain('La première')
  expect(html).toContain('La voisine')
  expect(html).toContain('Répond au même défi')
})

test('a challenge that a reader may not see is neither named nor a reason', async () => {
  const author = await aMember()
  const closed = await aSpace({ visibility: 'private' }, [author])
  const challenge = await aChallenge({ author, space: closed, title: 'Défi confidentiel' })
  const { id } = await aPractice({ author, title: 'Liée', challenges: [challenge.id] })
  await aPractice({ author, title: 'Liée aussi', challenges: [challenge.id] })
  const path = `/fr/practices/${id}/liee`
  expect(await (await get(author, path)).text()).toContain('Défi confidentiel')
  for (const who of [null, await aMember()]) {
    const html = await (await get(who, path)).text()
    expect(html).not.toContain('Défi confidentiel')
    expect(html).not.toContain('Répond au même défi')
  }
})

test('what is not for a person looks like what does not exist, on every page of a practice', async () => {
  const author = await aMember()
  const closed = await aSpace({ visibility: 'private' }, [author])
  const [stranger, admin] = [await aMember(), await aUser({ role: 'admin' })]
  const secret = await aPractice({ author, space: closed })
  const draft = await aPractice({ author, state: 'draft' })
  const hidden = await aPractice({ author })
  const hidden_at = new Date().toISOString()
  await changeItem(hidden.id, { hidden_at })

  for (const page of ['', '/a-title', '/history', '/edit', '/files', '/authors']) {
    const path = (id: string) => `/fr/practices/${id}${page}`
    for (const item of [secret, draft]) {
      for (const who of [stranger, admin]) await looksAbsent(who, path, item.id)
    }
    await looksAbsent(stranger, path, hidden.id)
    if (page === '' || page === '/history') await looksAbsent(null, path, secret.id)
  }
  for (const page of ['edit', 'history', 'files', 'authors']) {
    for (const item of [secret, draft]) {
      const answer = await post(admin, `/fr/practices/${item.id}/${page}`, {
        number: '1',
        title: 'X',
      })
      expect(answer.status).toBe(404)
    }
  }
}, 30_000)

test('who may read but not change is told so', async () => {
  const { id } = await aPractice({ author: await aMember() })
  const stranger = await aMember()
  for (const page of ['edit', 'files', 'authors']) {
    expect((await get(stranger, `/fr/practices/${id}/${page}`)).status).toBe(403)
    expect((await post(stranger, `/fr/practices/${id}/${page}`, { title: 'X' })).status).toBe(403)
    expect((await get(null, `/fr/practices/${id}/${page}`)).headers.get('location')).toContain(
      '/login',
    )
  }
  const restore = await post(stranger, `/fr/practices/${id}/history`, { number: '1' })
  expect(restore.status).toBe(403)
})
