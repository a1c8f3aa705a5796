import { expect, test } from 'vitest'
import { db } from '#db/client.server.ts'
import { mailsTo } from '#tests/support/accounts.ts'
import { aCollectivity, aMember, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get, post, signIn } from '#tests/support/requests.ts'

const TODAY = day(0)

test('a seat is handed over: the successor holds it at once, the former one ends, its writings stay', async () => {
  const { code } = await aCollectivity()
  const [leaving, next] = [await aMember({ lang: 'fr' }), await aUser({ lang: 'fr' })]
  const written = await aThread({ author: leaving, title: 'Written from the seat' })
  const network = await aSpace({ visibility: 'network' }, [await aMember()])
  expect((await get(next, `/fr/spaces/${network.slug}`)).status).toBe(404)

  const path = `/fr/seats/${leaving.seats[0]!.id}/hand-over`
  const done = await post(leaving, path, { handle: `@${next.handle}`, last_day: TODAY })
  expect(done.headers.get('location')).toBe('/fr/settings/seats')
  expect((await get(next, `/fr/spaces/${network.slug}`)).status).toBe(200)
  expect((await mailsTo(next.email))[0]!.subject).toBe('Votre fonction est confirmée sur Multaqa')
  expect(await verbsAbout(leaving.seats[0]!.id)).toEqual(['seat_handed_over'])

  // Its last day is over.
  await db
    .updateTable('seat')
    .set({ ends_on: day(-1) })
    .where('user_id', '=', leaving.id)
    .execute()
  expect((await get(leaving, `/fr/spaces/${network.slug}`)).status).toBe(404)
  expect((await get(leaving, '/fr/challenges/new')).status).toBe(403)
  const row = await db.selectFrom('item').where('id', '=', written.id).selectAll().execute()
  expect(row[0]).toMatchObject({ seat_id: leaving.seats[0]!.id, author_id: leaving.id })
  const place = await (await get(next, `/fr/collectivities/${code}/commune-exemple`)).text()
  expect(place).toMatch(new RegExp(`Anciennes fonctions.*${leaving.handle}`, 's'))
})

test('only its holder or a facilitator hands a seat over; for others there is none', async () => {
  const [holder, other, next] = [await aMember(), await aMember(), await aUser()]
  const facilitator = await aUser({ role: 'facilitator' })
  const path = `/fr/seats/${holder.seats[0]!.id}/hand-over`
  const fields = { handle: next.handle, last_day: TODAY }
  for (const outsider of [other, await aUser(), next]) {
    expect((await get(outsider, path)).status).toBe(404)
    expect((await post(outsider, path, fields)).status).toBe(404)
  }
  // Nobody makes themselves a successor.
  const own = await post(facilitator, path, { ...fields, handle: facilitator.handle })
  expect(own.status).toBe(422)
  expect((await post(facilitator, path, fields)).status).toBe(302)
  expect((await post(holder, path, { ...fields, handle: other.handle })).status).toBe(404)
})

test('who is no successor is refused with what was typed, and who has not proved themselves waits', async () => {
  const [holder, colleague] = [await aMember(), await aMember()]
  const unconfirmed = await aUser({ email_confirmed_at: null })
  const path = `/fr/seats/${holder.seats[0]!.id}/hand-over`
  for (const handle of [
    'nobody-of-that-name',
    holder.handle,
    unconfirmed.handle,
    colleague.handle,
  ]) {
    const answer = await post(holder, path, { handle, last_day: TODAY })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`value="${handle}"`)
  }
  for (const last_day of [day(-1), day(400), '2026-02-30', '']) {
    expect((await post(holder, path, { handle: 'x', last_day })).status).toBe(422)
  }
  const cookie = await signIn(holder)
  const created_at = new Date(Date.now() - 16 * 60_000).toISOString()
  await db.updateTable('session').set({ created_at }).where('user_id', '=', holder.id).execute()
  const late = await post(null, path, { handle: 'typed-before', last_day: TODAY }, { cookie })
  expect(late.headers.get('location')).toBe(`/fr/login/again?to=${encodeURIComponent(path)}`)
  const kept = late.headers
    .getSetCookie()
    .find((one) => one.startsWith('kept='))!
    .split(';')[0]
  const back = await get(null, path, { cookie: `${cookie}; ${kept}` })
  expect(await back.text()).toContain('value="typed-before"')
})

function day(days: number) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

async function verbsAbout(id: string) {
  const rows = await db.selectFrom('audit').where('subject_id', '=', id).select('verb').execute()
  return rows.map(({ verb }) => verb)
}
