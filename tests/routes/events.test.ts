import { beforeEach, expect, test } from 'vitest'
import { remindPresenters } from '#app/domain/events/reminding.server.ts'
import { eraseAccount } from '#app/domain/personal-data/erasure.server.ts'
import { mailAsk } from '#app/http/ask-mail.server.ts'
import { db } from '#db/client.server.ts'
import {
  aCollectivity,
  aMember,
  anEvent,
  aPractice,
  aSpace,
  aUser,
  changeItem,
  present,
} from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const [OUJDA, LARACHE, AGADIR] = ['02.411.01.33', '01.331.01.03', '09.001.01.01']
const WEEK = 7 * 86_400_000

beforeEach(async () => {
  await db.deleteFrom('try').execute()
  await db.deleteFrom('mail').execute()
  await db.deleteFrom('presentation').execute()
  await aCollectivity({ code: OUJDA, name_fr: 'Oujda', name_ar: 'وجدة', slug: 'oujda' })
  await aCollectivity({ code: LARACHE, name_fr: 'Larache', name_ar: 'العرائش', slug: 'larache' })
  await aCollectivity({ code: AGADIR, name_fr: 'Agadir', name_ar: 'أكادير', slug: 'agadir' })
})

const facilitator = () => aUser({ role: 'facilitator' })
const text = async (answer: Response | Promise<Response>) => (await answer).text()
// The addresses here leave out the name at the end, which the page adds.
async function page(who: { id: string } | null, path: string): Promise<string> {
  const answer = await get(who, path)
  return answer.status === 301 ? page(who, answer.headers.get('location')!) : answer.text()
}
// Without the nonce, which each request has anew.
const still = (html: string) => html.replace(/[\w+/]{22}==/g, '')
const words = (html: string) => /<main[^]*<\/main>/.exec(html)![0].replace(/<!-- -->/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') // prettier-ignore

test('a facilitator lists an event and what was presented; nothing typed is lost', async () => {
  const maker = await facilitator()
  const fields = {
    ...{ title: 'Rencontre alphatan', body: 'Pour **échanger**', lang: 'fr', place: 'Oujda' },
    ...{ starts_on: '2025-06-02', ends_on: '2025-06-01', source_url: 'https://a.example/x' },
  }
  const backwards = await post(maker, '/fr/events/new', fields)
  expect([backwards.status, await text(backwards)]).toEqual([
    422,
    expect.stringMatching(/Le dernier jour précède le premier[^]*échanger/),
  ])
  for (const wrong of [{ place: '' }, { starts_on: '2025-02-31' }, { source_url: 'ftp://x' }]) {
    const given = { ...fields, ends_on: '', ...wrong }
    expect((await post(maker, '/fr/events/new', given)).status).toBe(422)
  }
  const made = await post(maker, '/fr/events/new', { ...fields, ends_on: '2025-06-03' })
  const here = made.headers.get('location')!
  expect(here).toMatch(/^\/fr\/events\/\w{12}\/rencontre-alphatan$/)
  const again = await post(maker, '/fr/events/new', { ...fields, ends_on: '2025-06-03' })
  expect(again.headers.get('location')).toBe(here)
  const html = await page(null, here)
  expect(html).toMatch(
    />Dates<[^]*>2<\/time>–<time[^>]*>3 juin 2025[^]*a\.example\/x[^]*<strong>échanger/,
  )
  expect(html).toContain('"@type":"Event"')
  expect(html).not.toContain('<script src')

  const list = `${here.split('/').slice(0, 4).join('/')}/presentations`
  const found = await post(maker, list, { intent: 'find', title: 'T', find_collectivity: 'ouj' })
  expect(await text(found)).toMatch(/value="T"/)
  const none = await post(maker, list, { title: 'Budget ouvert', lang: 'fr', collectivity: '' })
  expect([none.status, await text(none)]).toEqual([422, expect.stringContaining('Budget ouvert')])
  const nowhere = { title: 'Budget ouvert', lang: 'fr', collectivity: OUJDA, address: '/fr/none' }
  expect(await text(post(maker, list, nowhere))).toMatch(/ni pratique ni outil[^]*\/fr\/none/)
  for (let time = 0; time < 2; time++) {
    const added = await post(maker, list, {
      title: 'Budget ouvert',
      lang: 'fr',
      collectivity: OUJDA,
    })
    expect(added.headers.get('location')).toBe(here)
  }
  expect(await db.selectFrom('presentation').select('title').execute()).toHaveLength(1)
  expect(words(await page(null, here))).toMatch(/Budget ouvert\s+Oujda\s+Fiche attendue/)
  expect(words(await page(null, '/fr/events'))).toMatch(/alphatan[^]*1 présentation/)
})

test('only facilitators list events and presentations, and wrong ids are not there', async () => {
  const { id } = await anEvent()
  const presentation = await present(id)
  const other = await present((await anEvent()).id)
  const practice = await aPractice()
  for (const path of [
    'new',
    `${id}/edit`,
    `${id}/presentations`,
    `${id}/presentations/${presentation.id}`,
  ]) {
    expect((await get(await aMember(), `/fr/events/${path}`)).status, path).toBe(403)
    expect((await get(null, `/fr/events/${path}`)).status, path).toBe(302)
    expect((await post(await aMember(), `/fr/events/${path}`)).status, path).toBe(403)
  }
  for (const path of [
    practice.id,
    'x',
    `${id}/presentations/x`,
    `${id}/presentations/${other.id}`,
    `${id}/presentations/${other.id}/decline`,
  ]) {
    expect((await get(await facilitator(), `/fr/events/${path}`)).status, path).toBe(404)
  }
})

test('a seat of the collectivity writes it up: a draft with what is known, once', async () => {
  const [seat, colleague] = [await aMember({ seat: OUJDA }), await aMember({ seat: OUJDA })]
  const { id } = await anEvent({ title: 'Rencontre bétalor', starts_on: '2025-06-02' })
  const presentation = await present(id, { title: 'Budget ouvert', collectivity_code: OUJDA })
  const write = `/fr/events/${id}/presentations/${presentation.id}/write`
  expect(await text(get(seat, '/fr'))).toMatch(new RegExp(`Budget ouvert[^]*${write}[^]*/decline`))

  const draft = (await post(seat, write)).headers.get('location')!
  expect(draft).toMatch(/^\/fr\/practices\/\w{12}\/edit$/)
  expect((await post(seat, write)).headers.get('location')).toBe(draft)
  const form = await page(seat, draft)
  expect(form).toMatch(/value="Budget ouvert"/)
  expect(form).toMatch(/value="02\.411\.01\.33"[^>]*checked|checked[^>]*value="02\.411\.01\.33"/)
  expect(form).toMatch(/name="year"[^>]*value="2025"|value="2025"[^>]*name="year"/)

  const practice = draft.split('/')[3]!
  expect(words(await page(seat, `/fr/events/${id}`))).toMatch(/Brouillon[^]*Continuer/)
  expect(words(await page(seat, `/fr/practices/${practice}`))).toMatch(
    /Présenté lors de : Rencontre bétalor/,
  )
  for (const who of [null, colleague, await facilitator()]) {
    const shown = words(await page(who, `/fr/events/${id}`))
    expect(shown).toContain('Fiche attendue')
    expect(shown).not.toContain('Brouillon')
  }
  await changeItem(practice, { state: 'published', published_at: new Date().toISOString() })
  const shown = await page(null, `/fr/events/${id}`)
  expect(words(shown)).toContain('Fiche publiée')
  expect(shown).toContain(`/fr/practices/${practice}/budget-ouvert`)
  expect(words(await page(null, `/fr/practices/${practice}`))).toContain('Rencontre bétalor')
  expect(await text(get(colleague, '/fr'))).not.toContain(write)
  expect((await post(colleague, write)).headers.get('location')).toContain(
    `/practices/${practice}/`,
  )
})

test('a seat declines, with a reason or without, and may think again; other seats may do neither', async () => {
  const [seat, other] = [await aMember({ seat: OUJDA }), await aMember({ seat: LARACHE })]
  const { id } = await anEvent()
  const presentation = await present(id, { collectivity_code: OUJDA })
  const here = `/fr/events/${id}/presentations/${presentation.id}`
  for (const who of [other, await aUser(), await facilitator()]) {
    expect((await post(who, `${here}/decline`, { reason: 'Non' })).status).toBe(403)
    expect((await post(who, `${here}/write`)).status).toBe(403)
    expect((await get(who, `${here}/decline`)).status).toBe(403)
    expect(await page(who, `/fr/events/${id}`)).not.toContain('/decline')
  }
  const unconfirmed = await aMember({ seat: OUJDA, email_confirmed_at: null })
  expect((await post(unconfirmed, `${here}/write`)).headers.get('location')).toContain(
    '/settings/email',
  )
  expect(await text(get(other, '/fr'))).not.toContain(here)
  const long = await post(seat, `${here}/decline`, { reason: 'é'.repeat(501) })
  expect([long.status, await text(long)]).toEqual([422, expect.stringContaining('é'.repeat(501))])

  for (let time = 0; time < 2; time++) {
    const said = await post(seat, `${here}/decline`, { reason: 'Projet abandonné' })
    expect(said.status).toBe(302)
  }
  const log = db.selectFrom('audit').where('subject_id', '=', id).select('verb')
  expect(await log.execute()).toEqual([{ verb: 'presentation_declined' }])
  expect(words(await page(null, `/fr/events/${id}`))).toMatch(/Sans fiche[^]*Projet abandonné/)
  expect(await text(get(seat, '/fr'))).not.toContain(here)
  expect((await post(seat, `${here}/write`)).headers.get('location')).toContain('/edit')
  expect(words(await page(null, `/fr/events/${id}`))).toMatch(/Fiche attendue/)
})

test('a practice that a reader may not read changes not a byte of what they get', async () => {
  const [maker, member, seat] = [
    await facilitator(),
    await aMember(),
    await aMember({ seat: OUJDA }),
  ]
  const space = await aSpace({ visibility: 'private' }, [member, maker])
  const inside = await aPractice({ author: member, space, title: 'Zorquelune' })
  const { id } = await anEvent({ title: 'Rencontre gammafer' })
  const presentation = await present(id, { title: 'Exposé', collectivity_code: OUJDA })
  const paths = [
    `/fr/events/${id}/rencontre-gammafer`,
    '/fr/events',
    '/fr/search?q=gammafer',
    '/fr',
  ]
  const seen = async () => {
    const pages = []
    for (const who of [null, seat]) {
      for (const path of paths) pages.push(still(await text(get(who, path))))
    }
    return [...pages, await text(get(null, '/feeds/events.fr.atom'))]
  }
  const before = await seen()
  const edit = { title: 'Exposé', lang: 'fr', collectivity: OUJDA, address: `/i/${inside.id}` }
  const linked = await post(maker, `/fr/events/${id}/presentations/${presentation.id}`, edit)
  expect(linked.status).toBe(302)
  expect(await seen()).toEqual(before)
  expect(await page(member, paths[0]!)).toContain('Zorquelune')
  expect(words(await page(member, `/fr/practices/${inside.id}`))).toContain('Rencontre gammafer')

  // Nor can one who may not read it link it, or take it off.
  const stranger = await facilitator()
  const answer = await post(stranger, `/fr/events/${id}/presentations/${presentation.id}`, edit)
  expect(answer.status).toBe(422)
  await post(stranger, `/fr/events/${id}/presentations/${presentation.id}`, { unlink: inside.id })
  expect(await page(member, paths[0]!)).toContain('Zorquelune')
  await post(maker, `/fr/events/${id}/presentations/${presentation.id}`, { unlink: inside.id })
  expect(await page(member, paths[0]!)).not.toContain('Zorquelune')
})

test('a facilitator changes and removes a presentation; what was written of it stays', async () => {
  const maker = await facilitator()
  const practice = await aPractice({ title: 'Deltavin' })
  const { id } = await anEvent()
  const first = await present(id, { title: 'Un', collectivity_code: OUJDA, practices: [practice] })
  await present(id, { title: 'Deux', collectivity_code: OUJDA })
  const here = `/fr/events/${id}/presentations/${first.id}`
  const taken = await post(maker, here, { title: 'Deux', lang: 'fr', collectivity: OUJDA })
  expect([taken.status, await text(taken)]).toEqual([422, expect.stringContaining('contient déjà')])
  await post(maker, here, { title: 'Trois', lang: 'ar', collectivity: LARACHE })
  expect(await page(null, `/fr/events/${id}`)).toMatch(/lang="ar"[^>]*>Trois[^]*Larache/)
  await post(maker, here, { remove: 'yes' })
  expect(await page(null, `/fr/events/${id}`)).not.toContain('Trois')
  expect(await page(null, `/fr/practices/${practice.id}`)).toContain('Deltavin')
  await changeItem(id, { hidden_at: new Date().toISOString() })
  expect((await get(null, `/fr/events/${id}`)).status).toBe(404)
  expect((await get(maker, `/fr/events/${id}/presentations`)).status).toBe(403)
})

test('an event is found, passed on, kept, edited with its history', async () => {
  const maker = await facilitator()
  const { id } = await anEvent({ author: maker, title: 'Rencontre epsilonde', body: 'Avant' })
  expect(await text(get(null, '/fr/search?q=epsilonde&kind=event'))).toContain(`/fr/events/${id}`)
  expect((await get(null, `/i/${id}`)).headers.get('location')).toContain(`/events/${id}/`)
  expect((await get(null, `/cards/${id}.fr.png`)).status).toBe(200)
  expect(await text(get(null, '/sitemap.xml'))).toContain(`/events/${id}/`)
  await post(maker, `/fr/bookmarks/${id}`)
  expect(await text(get(maker, '/fr/bookmarks'))).toContain('epsilonde')
  const edit = {
    title: 'Rencontre epsilonde',
    body: 'Après',
    place: 'Oujda',
    starts_on: '2025-06-02',
  }
  expect((await post(maker, `/fr/events/${id}/edit`, edit)).status).toBe(302)
  expect(words(await page(null, `/fr/events/${id}`))).toMatch(/2 juin 2025[^]*Oujda[^]*Après/)
  expect(await text(get(null, `/fr/events/${id}/history?version=1`))).toContain('Avant')
})

test('events are listed by their day, page by page', async () => {
  for (let day = 1; day <= 21; day++) {
    const on = `2019-05-${String(day).padStart(2, '0')}`
    await anEvent({ title: `Jour ${day}.`, starts_on: on })
  }
  const last = await page(null, '/fr/events?after=2019-05-02T00:00Z~zzzzzzzzzzzz')
  expect(last).toMatch(/Jour 2\.[^]*Jour 1\./)
  const from = await page(null, '/fr/events?after=2019-05-22T00:00Z~zzzzzzzzzzzz')
  expect(from).toMatch(/Jour 21\.[^]*Jour 2\./)
  const next = /rel="next"[^>]*href="([^"]+)"/.exec(from)![1]!
  expect(await page(null, next)).toContain('Jour 1.')
})

test('seats are reminded after two, six and twelve weeks, once each, until it is written or declined', async () => {
  const seat = await aMember({ seat: AGADIR, lang: 'fr' })
  await aMember({ seat: AGADIR, email_confirmed_at: null })
  await aMember({ seat: LARACHE })
  const { id } = await anEvent({ title: 'Rencontre zetanor' })
  const one = await present(id, { title: 'Un', collectivity_code: AGADIR })
  const two = await present(id, { title: 'Deux', collectivity_code: AGADIR })
  const mails = async () =>
    db
      .selectFrom('mail')
      .orderBy('created_at')
      .select(['user_id', 'subject', 'body', 'item_id'])
      .execute()
  const after = async (weeks: number) => {
    const created_at = new Date(Date.now() - weeks * WEEK - 1000).toISOString()
    await db.updateTable('presentation').set({ created_at }).execute()
    for (let time = 0; time < 2; time++) await remindPresenters(db, mailAsk)
    return (await mails()).length
  }
  expect(await after(1)).toBe(0)
  expect(await after(2)).toBe(1)
  const [mail] = await mails()
  expect(mail).toMatchObject({ user_id: seat.id, item_id: id })
  expect([mail!.subject, mail!.body].join()).toMatch(/zetanor[^]*\/fr\/events\//)
  expect(await after(5)).toBe(1)
  expect(await after(6)).toBe(2)
  await db
    .updateTable('presentation')
    .set({ declined_at: new Date().toISOString() })
    .where('id', '=', one.id)
    .execute()
  expect(await after(12)).toBe(3)
  expect(await after(200)).toBe(3)

  // Asked from the beginning: nobody is, of what is written or declined.
  await db.updateTable('presentation').set({ reminded: 0 }).execute()
  const practice = await aPractice()
  await db
    .insertInto('presentation_practice')
    .values({ presentation_id: two.id, practice_id: practice.id })
    .execute()
  expect(await after(6)).toBe(3)
})

test('of a hidden event, and where nobody holds a seat, nobody is reminded; who comes later is', async () => {
  const { id } = await anEvent()
  const created_at = new Date(Date.now() - 13 * WEEK).toISOString()
  await present(id, { collectivity_code: LARACHE, created_at })
  await db
    .updateTable('seat')
    .set({ ends_on: '2020-01-01' })
    .where('collectivity_code', '=', LARACHE)
    .execute()
  await remindPresenters(db, mailAsk)
  expect(await db.selectFrom('mail').selectAll().execute()).toEqual([])
  const seat = await aMember({ seat: LARACHE })
  await changeItem(id, { hidden_at: new Date().toISOString() })
  await remindPresenters(db, mailAsk)
  expect(await db.selectFrom('mail').selectAll().execute()).toEqual([])
  await changeItem(id, { hidden_at: null })
  for (let time = 0; time < 2; time++) await remindPresenters(db, mailAsk)
  expect(await db.selectFrom('mail').select('user_id').execute()).toEqual([{ user_id: seat.id }])
})

test('with an account its draft goes, and the presentation waits again; its event stays', async () => {
  const [maker, seat] = [await facilitator(), await aMember({ seat: OUJDA })]
  const { id } = await anEvent({ author: maker, title: 'Rencontre etamarine' })
  const presentation = await present(id, { collectivity_code: OUJDA })
  await post(seat, `/fr/events/${id}/presentations/${presentation.id}/write`)
  for (const one of [seat, maker]) await eraseAccount(db, one, { by: null, tell: async () => {} })
  expect(await db.selectFrom('presentation_practice').selectAll().execute()).toEqual([])
  const next = await aMember({ seat: OUJDA })
  expect(words(await page(next, `/fr/events/${id}`))).toMatch(
    /etamarine[^]*Fiche attendue[^]*Écrire/,
  )
})
