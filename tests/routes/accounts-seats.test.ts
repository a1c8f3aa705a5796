import { beforeEach, expect, test } from 'vitest'
import {
  confirmSeat,
  listSeats,
  listWaitingSeats,
  refuseSeat,
} from '#app/domain/seats/seats.server.ts'
import { findViewer } from '#app/domain/users/users.server.ts'
import { isMember } from '#app/domain/users/viewer.ts'
import { mailAboutSeat } from '#app/http/seat-mail.server.ts'
import { db } from '#db/client.server.ts'
import { mailsTo } from '#tests/support/accounts.ts'
import { aCollectivity, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const FORM = '/fr/settings/seats/new?place=tetouan'

beforeEach(async () => {
  await db.deleteFrom('try').execute()
  await db.deleteFrom('seat').execute()
  await aTown()
})

test('a collectivity is found by the beginning of its name, in Arabic or in French', async () => {
  const person = await aUser()
  for (const typed of ['تطو', 'tétou', 'TETOUAN']) {
    const path = `/fr/settings/seats/new?place=${encodeURIComponent(typed)}`
    expect(await (await get(person, path)).text()).toContain('value="01.571.01.11"')
  }
  const none = await (await get(person, '/fr/settings/seats/new?place=zzz')).text()
  expect(none).toContain('Aucune collectivité ne porte ce nom')
})

test('a person asks, a facilitator confirms, and the person is a member who was told', async () => {
  const [person, facilitator] = [await aUser({ lang: 'fr' }), await aUser({ role: 'facilitator' })]
  const seat = await ask(person)
  expect(isMember((await findViewer(db, person.id))!)).toBe(false)
  expect(await listWaitingSeats(db)).toMatchObject([
    { id: seat.id, name: person.name, code: seat.code },
  ])

  await confirmSeat(db, facilitator, seat.id, mailAboutSeat)
  expect(isMember((await findViewer(db, person.id))!)).toBe(true)
  expect(await listWaitingSeats(db)).toEqual([])
  expect((await mailsTo(person.email))[0]).toMatchObject({
    subject: 'Votre fonction est confirmée sur Multaqa',
    body: expect.stringContaining('Point focal – Tétouan'),
  })
  expect(await told(person.id)).toEqual(['seat_confirmed'])
  expect(await logged(seat.id)).toEqual(['seat_confirmed', 'seat_requested'])
})

test('a refusal carries its reason to the person, and one may ask again', async () => {
  const [person, facilitator] = [await aUser(), await aUser({ role: 'facilitator' })]
  const seat = await ask(person)
  await refuseSeat(db, facilitator, seat.id, {
    reason: 'Décision introuvable',
    tell: mailAboutSeat,
  })
  expect(await (await get(person, '/fr/settings/seats')).text()).toContain('Décision introuvable')
  expect((await mailsTo(person.email))[0]!.body).toContain('Décision introuvable')
  expect(await told(person.id)).toEqual(['seat_refused'])
  expect((await post(person, FORM, fields)).status).toBe(302)
})

test('a seat is decided once, by a facilitator, and never by the person themselves', async () => {
  const [person, member] = [await aUser(), await aUser({ seat: true })]
  const facilitator = await aUser({ role: 'facilitator' })
  const [seat, own] = [await ask(person), await ask(facilitator)]
  expect(await confirmSeat(db, person, seat.id, mailAboutSeat)).toBeUndefined()
  expect(await confirmSeat(db, member, seat.id, mailAboutSeat)).toBeUndefined()
  expect(await confirmSeat(db, facilitator, own.id, mailAboutSeat)).toBeUndefined()
  expect(await confirmSeat(db, facilitator, seat.id, mailAboutSeat)).toBeDefined()
  const refusal = { reason: 'Too late', tell: mailAboutSeat }
  expect(await refuseSeat(db, facilitator, seat.id, refusal)).toBeUndefined()
  expect((await listSeats(db, person.id))[0]!.state).toBe('confirmed')
  expect((await listSeats(db, facilitator.id))[0]!.state).toBe('waiting')
})

test('the same seat is not asked for twice, and what is no place or function is refused', async () => {
  const person = await aUser()
  await ask(person)
  const again = await post(person, FORM, fields)
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('Vous avez déjà cette fonction')
  for (const wrong of [
    { collectivity: '99.999' },
    { collectivity: '' },
    { function: 'trainer' },
    { starts_on: '2026-02-30' },
  ]) {
    const answer = await post(person, FORM, { ...fields, ...wrong, note: 'Kept note' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Kept note')
  }
  expect(await listSeats(db, person.id)).toHaveLength(1)
})

test('a seat begins within a year, and until it does its holder reads that it has not', async () => {
  const person = await aUser()
  const far = await post(person, FORM, { ...fields, starts_on: '2099-01-01' })
  expect([far.status, await far.text()]).toEqual([422, expect.stringContaining('d’ici à un an')])
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  await post(person, FORM, { ...fields, starts_on: soon })
  await db
    .updateTable('seat')
    .set({ confirmed_at: new Date().toISOString() })
    .where('user_id', '=', person.id)
    .execute()
  const page = await (await get(person, '/fr/settings/seats')).text()
  expect(page).toContain('Confirmée, pas encore commencée')
})

test('a function for the whole network has no collectivity', async () => {
  const person = await aUser()
  const path = '/fr/settings/seats/new?scope=network'
  expect((await post(person, path, { ...fields, function: 'focal_point' })).status).toBe(422)
  expect((await post(person, path, { ...fields, function: 'trainer' })).status).toBe(302)
  expect(await listSeats(db, person.id)).toMatchObject([{ function: 'trainer', code: null }])
})

test('one withdraws a request and ends a seat of one’s own, and of nobody else', async () => {
  const [person, stranger] = [await aUser(), await aUser()]
  const facilitator = await aUser({ role: 'facilitator' })
  const seat = await ask(person)
  expect((await post(stranger, `/fr/settings/seats/${seat.id}/withdraw`)).status).toBe(404)
  expect((await post(person, `/fr/settings/seats/${seat.id}/end`)).status).toBe(404)
  expect((await post(person, `/fr/settings/seats/${seat.id}/withdraw`)).status).toBe(302)
  expect(await listSeats(db, person.id)).toEqual([])

  const next = await ask(person)
  await confirmSeat(db, facilitator, next.id, mailAboutSeat)
  expect((await post(stranger, `/fr/settings/seats/${next.id}/end`)).status).toBe(404)
  expect((await post(person, `/fr/settings/seats/${next.id}/withdraw`)).status).toBe(404)
  expect((await post(person, `/fr/settings/seats/${next.id}/end`)).status).toBe(302)
  const today = new Date().toISOString().slice(0, 10)
  expect(await listSeats(db, person.id)).toMatchObject([{ ends_on: today, endable: false }])
})

test('a seat is asked for only from a confirmed address, and what was typed comes back', async () => {
  const person = await aUser({ email_confirmed_at: null })
  const answer = await post(person, FORM, { ...fields, note: 'Typed before confirming' })
  expect(answer.headers.get('location')).toBe('/fr/settings/email?needed=1')
  const kept = answer.headers.getSetCookie().find((one) => one.startsWith('kept='))
  expect(kept).toBeDefined()
  expect(await listSeats(db, person.id)).toEqual([])
})

const fields = {
  collectivity: '01.571.01.11',
  function: 'focal_point',
  starts_on: '2026-09-01',
  note: '',
}

async function ask(person: { id: string }) {
  expect((await post(person, FORM, fields)).headers.get('location')).toBe('/fr/settings/seats')
  return (await listSeats(db, person.id))[0]!
}

async function aTown() {
  const code = '01.571.01.11'
  await aCollectivity({ code, name_ar: 'تطوان', name_fr: 'Tétouan', slug: 'tetouan' })
  const names = ['تطوان', 'tetouan'].map((folded) => ({ folded, collectivity_code: code }))
  await db
    .insertInto('collectivity_name')
    .values(names)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function told(userId: string) {
  const query = db.selectFrom('notification').where('user_id', '=', userId).select('kind')
  return (await query.execute()).map(({ kind }) => kind)
}

async function logged(seatId: string) {
  const rows = await db
    .selectFrom('audit')
    .where('subject_id', '=', seatId)
    .select('verb')
    .execute()
  return rows.map(({ verb }) => verb).sort()
}
