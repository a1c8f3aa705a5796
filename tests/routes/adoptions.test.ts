import { beforeAll, expect, test } from 'vitest'
import { askAdopters } from '#app/domain/adoptions/asking.server.ts'
import { countsOf } from '#app/domain/adoptions/counts.ts'
import { lineageOf, possibleOrigins } from '#app/domain/adoptions/lineage.ts'
import { askWhetherRunning } from '#app/domain/confirmations/asking.server.ts'
import { lastAlive, lastVerified } from '#app/domain/confirmations/confirmations.ts'
import { listOwnTexts } from '#app/domain/people/own-texts.server.ts'
import { eraseAccount } from '#app/domain/personal-data/erasure.server.ts'
import { mailAsk } from '#app/http/ask-mail.server.ts'
import { db } from '#db/client.server.ts'
import {
  aCollectivity,
  aMember,
  aPractice,
  aSpace,
  aStep,
  aUser,
  changeItem,
} from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const [MARTIL, LARACHE, AGADIR, REGION] = ['01.571.01.05', '01.331.01.03', '09.001.01.01', '02']

beforeAll(async () => {
  const places = [[MARTIL, 'Martil'], [LARACHE, 'Larache'], [AGADIR, 'Agadir'], [REGION, 'Oriental']] // prettier-ignore
  for (const [code, name] of places) {
    const kind = code === REGION ? ('region' as const) : ('commune' as const)
    await aCollectivity({ code, kind, name_fr: name, name_ar: name, slug: 'x' })
  }
})

// The addresses here leave out the name at the end, which the page adds.
async function page(who: { id: string } | null, path: string): Promise<string> {
  const answer = await get(who, path)
  return answer.status === 301 ? page(who, answer.headers.get('location')!) : answer.text()
}

const words = (html: string) => html.replace(/<!-- -->|&nbsp;/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') // prettier-ignore
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)![0]

async function seated(code: string) {
  return aMember({ seat: code })
}

function say(who: { id: string }, practice: { id: string }, fields: Record<string, string>) {
  const given = { happened_on: '2026-03-01', lang: 'fr', status: 'running', ...fields }
  return post(who, `/fr/practices/${practice.id}/adopt`, given)
}

test('a seat says how far its collectivity has come, and everybody reads it', async () => {
  const practice = await aPractice({ title: 'Conseil filmé', collectivity: MARTIL })
  const [larache, agadir] = [await seated(LARACHE), await seated(AGADIR)]
  expect(words(main(await page(null, `/fr/practices/${practice.id}`)))).not.toContain(
    'Les reprises',
  )
  expect(main(await page(larache, `/fr/practices/${practice.id}`))).toContain(
    `href="/fr/practices/${practice.id}/adopt"`,
  )
  const answer = await say(larache, practice, {
    status: 'planned',
    body: 'Deux caméras au lieu de trois.',
    lessons: 'Prévoir le son d’abord.',
    deliberation: '12/2026',
    evidence_url: 'https://larache.example/deliberation',
  })
  expect(answer.headers.get('location')).toContain(`/fr/practices/${practice.id}/adoptions?step=`)
  const first = await adoptionOf(practice.id, LARACHE)
  await say(agadir, practice, { from: first.id })
  await say(larache, practice, { happened_on: '2026-05-01', status: 'running', cost: '40 000 DH' })

  const shown = words(main(await page(null, `/fr/practices/${practice.id}`)))
  expect(shown).toMatch(/Reprise par 2 collectivités\s+2 en service/)
  expect(shown).toContain('Prévoir le son d’abord.')
  const html = await page(null, `/fr/practices/${practice.id}/adoptions`)
  const told = words(main(html))
  for (const text of ['Deux caméras', '40 000 DH', '12/2026', 'larache.example', 'Décidée']) {
    expect(told).toContain(text)
  }
  expect(told).toMatch(/Agadir\s+Reprise de : Larache/)
  expect(html).toMatch(/<svg[^>]*aria-hidden="true"[\s\S]*Larache[\s\S]*<\/svg>/)
  expect(html).not.toContain('<script')
  const place = words(main(await page(null, `/fr/collectivities/${LARACHE}/larache`)))
  expect(place).toMatch(/Pratiques et outils repris .*Conseil filmé/)
  expect(words(main(await page(null, '/ar/practices')))).toContain('اعتمدتها جماعتان ترابيتان')
})

test('only a seat of another collectivity may say so, and of what may be read', async () => {
  const [origin, stranger] = [await seated(MARTIL), await seated(LARACHE)]
  const practice = await aPractice({ collectivity: MARTIL, author: origin })
  const space = await aSpace({ visibility: 'private' }, [origin])
  const closed = await aPractice({ collectivity: MARTIL, author: origin, space })
  const draft = await aPractice({ author: stranger, state: 'draft', collectivity: MARTIL })
  expect((await say(origin, practice, {})).status).toBe(403)
  expect((await say(await aUser(), practice, {})).status).toBe(403)
  expect((await say(stranger, closed, {})).status).toBe(404)
  expect((await say(stranger, draft, {})).status).toBe(403)
  const wrong = await say(stranger, practice, {
    happened_on: '2999-01-01',
    evidence_url: 'ftp://x',
  })
  expect(wrong.status).toBe(422)
  const html = await wrong.text()
  expect(html).toContain('Cette date est à venir.')
  expect(html).toContain('ftp://x')
  expect(await db.selectFrom('adoption').where('practice_id', '=', practice.id).selectAll().execute()).toEqual([]) // prettier-ignore
})

test('what is made of a private practice is as private as it', async () => {
  const [insider, stranger] = [await seated(AGADIR), await seated(LARACHE)]
  const space = await aSpace({ visibility: 'private' }, [insider])
  const secret = await aPractice({ title: 'Registre fermé', collectivity: MARTIL, space })
  const path = `/fr/collectivities/${AGADIR}/agadir`
  const before = main(await page(stranger, path))
  await aStep(secret, { author: insider, texts: { body: 'Rien à voir' } })
  expect(main(await page(stranger, path))).toBe(before)
  expect(main(await page(insider, path))).toContain('Registre fermé')
  expect((await get(stranger, `/fr/practices/${secret.id}/adoptions`)).status).toBe(404)
  expect(await page(insider, `/fr/practices/${secret.id}/adoptions`)).toContain('Rien à voir')
})

test('a step that is hidden or withdrawn no longer says where it stands', async () => {
  const author = await seated(LARACHE)
  const practice = await aPractice({ collectivity: MARTIL })
  const first = await aStep(practice, { author, status: 'planned', happened_on: '2026-01-01' })
  const step = await aStep(practice, { author, status: 'running', texts: { body: 'Hors sujet' } })
  const reader = await aMember({ seat: REGION })
  const reported = await post(reader, `/fr/reports/new?item=${step.id}`, { reason: 'untrue' })
  expect(reported.headers.get('location')).toContain(`?step=${step.id}#step-${step.id}`)
  const facilitator = await aUser({ role: 'facilitator' })
  expect(await page(facilitator, '/fr/moderation?kind=reports')).toContain('Hors sujet')
  await post(facilitator, `/fr/moderation/items/${step.id}/hide`, { reason: 'Hors sujet' })
  expect(await adoptionOf(practice.id, LARACHE)).toMatchObject({ status: 'planned' })
  expect(await page(null, `/fr/practices/${practice.id}/adoptions`)).not.toContain('Hors sujet')
  await post(facilitator, `/fr/moderation/items/${step.id}/restore`)
  expect(await adoptionOf(practice.id, LARACHE)).toMatchObject({ status: 'running' })

  expect((await post(reader, `/fr/steps/${first.id}/withdraw`)).status).toBe(403)
  for (const { id } of [step, first]) await post(author, `/fr/steps/${id}/withdraw`)
  expect(await adoptionOf(practice.id, LARACHE)).toMatchObject({ status: null, since: null })
  expect(words(await page(null, `/fr/practices/${practice.id}/adoptions`))).toContain(
    'Aucune reprise',
  )
})

test('a seat that planned is asked after three months and after a year, once each', async () => {
  const { code } = await aCollectivity({ code: '01.331.01.99' })
  const [holder, other] = [await seated(code), await seated(AGADIR)]
  const practice = await aPractice({ title: 'Budget affiché', collectivity: MARTIL })
  const step = await aStep(practice, {
    author: holder,
    status: 'planned',
    happened_on: '2026-01-15',
  })
  await changeItem(step.id, { published_at: '2026-01-15T10:00:00.000Z' })
  const at = (day: string) => askAdopters(db, mailAsk, new Date(`${day}T12:00:00Z`))
  const mails = () => db.selectFrom('mail').where('item_id', '=', practice.id).select(['user_id', 'subject']).execute() // prettier-ignore
  const asked = async (who: { id: string }) => main(await page(who, '/fr')).includes('Une ligne suffit') // prettier-ignore

  await at('2026-04-14')
  expect(await mails()).toEqual([])
  await at('2026-04-15')
  await at('2026-04-16')
  expect(await mails()).toEqual([
    { user_id: holder.id, subject: expect.stringContaining('Budget affiché') },
  ])
  expect([await asked(holder), await asked(other)]).toEqual([true, false])

  // Who holds the seat next is asked in the place of who left it.
  const next = await seated(code)
  await db
    .updateTable('seat')
    .set({ ends_on: '2026-01-01' })
    .where('user_id', '=', holder.id)
    .execute()
  expect([await asked(holder), await asked(next)]).toEqual([false, true])
  await at('2027-01-15')
  expect((await mails()).map(({ user_id }) => user_id)).toEqual([holder.id, next.id])
  await say(next, practice, { status: 'adapting' })
  expect(await asked(next)).toBe(false)
})

test('who has not confirmed their address is asked at home, and by no mail', async () => {
  const holder = await seated(LARACHE)
  const practice = await aPractice({ collectivity: MARTIL })
  const step = await aStep(practice, { author: holder, status: 'planned', happened_on: '2026-01-15' }) // prettier-ignore
  await changeItem(step.id, { published_at: '2026-01-15T10:00:00.000Z' })
  const unconfirmed = { email_confirmed_at: null }
  await db.updateTable('user').set(unconfirmed).where('id', '=', holder.id).execute()
  await askAdopters(db, mailAsk, new Date('2026-04-20T12:00:00Z'))
  const asks = db.selectFrom('ask').where('item_id', '=', practice.id).select('id')
  const mails = db.selectFrom('mail').where('user_id', '=', holder.id).select('id')
  expect([(await asks.execute()).length, (await mails.execute()).length]).toEqual([1, 0])
})

test('who wants no mail is asked at home alone, and the mail of others says how to stop such mails', async () => {
  const codes = ['01.571.01.78', '01.571.01.79']
  for (const code of codes) await aCollectivity({ code })
  const [quiet, reader] = [await seated(codes[0]!), await seated(codes[1]!)]
  await post(quiet, '/fr/settings/mails', { choice: 'none' })
  const practices = []
  for (const author of [quiet, reader]) {
    const code = author.seats[0]!.collectivity_code!
    const practice = await aPractice({ collectivity: code, author })
    await changeItem(practice.id, { published_at: '2025-03-01T10:00:00.000Z' })
    practices.push(practice.id)
  }
  await askWhetherRunning(db, mailAsk, new Date('2026-03-02T12:00:00Z'))
  const mails = db.selectFrom('mail').where('item_id', 'in', practices)
  expect(await mails.select(['user_id', 'choosable']).execute()).toEqual([
    { user_id: reader.id, choosable: 1 },
  ])
  expect(main(await page(quiet, '/fr'))).toContain('Toujours en service\u00a0?')
})

test('nobody is asked who has said more since, gave it up, or may no longer read it', async () => {
  const [busy, gone, outside] = [await seated(LARACHE), await seated(AGADIR), await seated(REGION)]
  const practice = await aPractice({ collectivity: MARTIL })
  const space = await aSpace({ visibility: 'private' }, [outside])
  const closed = await aPractice({ collectivity: MARTIL, space })
  const old = { status: 'planned', happened_on: '2026-01-15' }
  await aStep(practice, { author: busy, ...old })
  await aStep(practice, { author: gone, status: 'stopped', happened_on: '2026-02-01' })
  const left = await aStep(closed, { author: outside, ...old })
  await changeItem(left.id, { published_at: '2026-01-15T10:00:00.000Z' })
  await db.deleteFrom('space_member').where('user_id', '=', outside.id).execute()
  await askAdopters(db, mailAsk, new Date('2026-04-20T12:00:00Z'))
  const asks = db.selectFrom('ask').where('item_id', 'in', [practice.id, closed.id])
  expect(await asks.selectAll().execute()).toEqual([])
})

test('a step is its author’s to take along, and stays with the seat when the account goes', async () => {
  const author = await seated(LARACHE)
  const practice = await aPractice({ collectivity: MARTIL })
  await aStep(practice, { author, texts: { body: 'Ce que nous avons changé' } })
  const [text] = await listOwnTexts(db, author)
  expect(text).toMatchObject({ kind: 'step' })
  expect(text!.sections[0]!.source).toBe('Ce que nous avons changé')
  await eraseAccount(db, author, { by: null, tell: async () => {} })
  const html = words(await page(null, `/fr/practices/${practice.id}/adoptions`))
  expect(html).toContain('Ce que nous avons changé')
  expect(html).toContain('Larache')
  expect(html).not.toContain(author.name)
})

test('a search finds a practice by what an adopter tells of it', async () => {
  const author = await seated(LARACHE)
  const practice = await aPractice({ title: 'Guichet unique', collectivity: MARTIL })
  const step = await aStep(practice, { author, texts: { lessons: 'Former les suppléants zélés' } })
  const html = await page(null, '/fr/search?q=suppléants+zélés')
  expect(html).toContain('Guichet unique')
  expect(html).toContain(`/practices/${practice.id}/adoptions?step=${step.id}#step-${step.id}`)
})

test('once a year the seat is asked whether it still runs, and the page says what it answers', async () => {
  const { code } = await aCollectivity({ code: '01.571.01.77', name_fr: 'Fnideq' })
  const holder = await seated(code)
  const practice = await aPractice({ title: 'Registre ouvert', collectivity: code, author: holder })
  await changeItem(practice.id, { published_at: '2025-03-01T10:00:00.000Z' })
  const at = (day: string) => askWhetherRunning(db, mailAsk, new Date(`${day}T12:00:00Z`))
  const mails = db.selectFrom('mail').where('item_id', '=', practice.id).select(['user_id', 'body'])
  await at('2026-02-28')
  expect(await mails.execute()).toEqual([])
  await at('2026-03-01')
  await at('2026-03-02')
  const link = expect.stringContaining(`/practices/${practice.id}/running`)
  expect(await mails.execute()).toEqual([{ user_id: holder.id, body: link }])
  await db.updateTable('seat').set({ ends_on: '2026-01-01' }).where('user_id', '=', holder.id).execute() // prettier-ignore
  const next = await seated(code)
  expect(main(await page(next, '/fr'))).toContain('Toujours en service\u00a0?')

  const path = `/fr/practices/${practice.id}/running`
  for (const stranger of [await seated(LARACHE), await aUser({ role: 'admin' })]) {
    expect((await post(stranger, path, { says: 'running' })).status).toBe(403)
  }
  await post(next, path, { says: 'running' })
  expect(main(await page(next, '/fr'))).not.toContain('Toujours en service\u00a0?')
  const shown = words(main(await page(null, `/fr/practices/${practice.id}`)))
  expect(shown).toMatch(/Confirmé : toujours en service\s+Fnideq/)

  expect((await post(next, path, { says: 'stopped' })).status).toBe(422)
  await post(next, path, { says: 'stopped', note: 'Le budget a manqué.' })
  const archived = words(main(await page(null, `/fr/practices/${practice.id}`)))
  expect(archived).toContain('Archivé')
  expect(archived).toContain('Le budget a manqué.')
  expect(await page(null, '/fr/practices')).not.toContain('Registre ouvert')
  await post(next, path, { says: 'running' })
  expect(await page(null, '/fr/practices')).toContain('Registre ouvert')
})

test('a trainer, a facilitator or a peer who runs it verifies it until a day; its own people do not', async () => {
  const [own, peer, idle] = [await seated(MARTIL), await seated(AGADIR), await seated(LARACHE)]
  const practice = await aPractice({ collectivity: MARTIL })
  await aStep(practice, { author: peer, status: 'running' })
  const verify = (who: { id: string }, until: string) =>
    post(who, `/fr/practices/${practice.id}/verify`, { until, note: 'Visite sur place.' })
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  expect([(await verify(own, soon)).status, (await verify(idle, soon)).status]).toEqual([403, 403])
  expect((await verify(peer, '2099-01-01')).status).toBe(422)
  expect((await verify(await aUser({ role: 'facilitator' }), soon)).status).toBe(302)
  await verify(peer, soon)
  const shown = words(main(await page(null, `/fr/practices/${practice.id}`)))
  expect(shown).toMatch(/Vérifié\s+Point focal — Agadir\s*, jusqu’au .*Visite sur place\./)
})

test('a confirmation fades with the years, in words', () => {
  const place = { code: 'a', name_ar: 'أ', name_fr: 'A' }
  const own = { ...{ id: 'x', function: 'staff', note: '', until: null, place }, says: 'running' as const, said_at: '2024-05-01T00:00:00.000Z' } // prettier-ignore
  const age = (day: string) => lastAlive([own], [], new Date(day))?.age
  expect(['2025-04-01', '2025-06-01', '2026-06-01'].map(age)).toEqual(['fresh', 'aging', 'old'])
  expect(lastAlive([], [])).toBeNull()
  const verified = { ...own, says: 'verified' as const, until: '2026-01-31' }
  const holds = (day: string) => lastVerified([verified], new Date(day))?.holds
  expect([holds('2026-01-31'), holds('2026-02-01')]).toEqual([true, false])
})

test('who took it over from whom is a tree, and never a circle', () => {
  const one = (id: string, from_id: string | null, since = id) => ({ id, from_id, since })
  const all = [one('c', 'a'), one('a', null), one('b', 'c'), one('d', 'gone')]
  const rows = lineageOf(all).map(({ adoption, depth, parent }) => [adoption.id, depth, parent])
  expect(rows).toEqual([['a', 0, null], ['c', 1, 0], ['b', 2, 1], ['d', 0, null]]) // prettier-ignore
  expect(possibleOrigins(all, 'c').map(({ id }) => id)).toEqual(['a', 'd'])
  expect(possibleOrigins(all, undefined)).toHaveLength(4)
})

test('what counts as taken up is more than an interest and not given up', () => {
  const one = (status: 'interested' | 'planned' | 'stopped', population: number | null) => ({ status, population, kind: 'province' as const, milieu: null }) // prettier-ignore
  const counts = countsOf([one('planned', 60_000), one('interested', 9), one('stopped', null)])
  expect(counts).toMatchObject({ taken: 1, interested: 1, stopped: 1, running: 0 })
  expect(counts.kinds).toEqual([{ of: 'province', count: 1 }])
  expect(counts.classes).toEqual([{ of: 100_000, count: 1 }])
})

async function adoptionOf(practiceId: string, code: string) {
  return db
    .selectFrom('adoption')
    .where('practice_id', '=', practiceId)
    .where('collectivity_code', '=', code)
    .selectAll()
    .executeTakeFirstOrThrow()
}
