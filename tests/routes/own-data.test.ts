import { beforeEach, expect, test } from 'vitest'
import { storeFile } from '#app/domain/files/files.server.ts'
import { NOTICE } from '#app/domain/personal-data/notice.ts'
import { db } from '#db/client.server.ts'
import { mailsTo } from '#tests/support/accounts.ts'
import { aMember, aPost, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get, post, signIn } from '#tests/support/requests.ts'
import { unzipped } from '#tests/support/unzipped.ts'

const OLD = '2020-01-01'

beforeEach(() => db.deleteFrom('try').execute())

test('no account without the notice, in the version that was shown; what was typed stays', async () => {
  const fields = { name: 'Salma', email: 'box@example.org', password: 'une phrase assez longue' }
  for (const notice of [[], [OLD]]) {
    const answer = await post(null, '/fr/signup', { ...fields, notice })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('id="field-notice-error"')
    expect(html).toContain('value="box@example.org"')
  }
  await post(null, '/fr/signup', { ...fields, notice: NOTICE })
  const given = await db
    .selectFrom('consent')
    .innerJoin('user', 'user.id', 'consent.user_id')
    .where('user.email', '=', fields.email)
    .select('notice')
    .execute()
  expect(given).toEqual([{ notice: NOTICE }])
})

test('a notice that has changed is asked once; reading goes on, and nothing typed is lost', async () => {
  const person = await aMember()
  const thread = await aThread()
  await db.updateTable('consent').set({ notice: OLD }).where('user_id', '=', person.id).execute()
  const public_ = await get(person, `/fr/threads/${thread.id}/a-title`)
  expect(public_.status).toBe(200)
  expect(await public_.text()).toContain('Accepter le traitement de vos données')

  const cookie = await signIn(person)
  const typed = { title: 'Un titre tapé', body: 'Un texte tapé', form: 'question', lang: 'fr' }
  const stopped = await post(null, '/fr/threads/new', typed, { cookie })
  const to = stopped.headers.get('location')!
  expect(to).toBe('/fr/notice?to=%2Ffr%2Fthreads%2Fnew')
  const kept = stopped.headers
    .getSetCookie()
    .find((one) => one.startsWith('kept='))!
    .split(';')[0]
  expect(await (await get(null, to, { cookie })).text()).toContain(`dateTime="${OLD}"`)
  expect((await post(null, to, {}, { cookie })).status).toBe(422)
  const accepted = await post(null, to, { notice: NOTICE }, { cookie })
  expect(accepted.headers.get('location')).toBe('/fr/threads/new')
  const form = await get(null, '/fr/threads/new', { cookie: `${cookie}; ${kept}` })
  expect(await form.text()).toContain('Un titre tapé')
  const page = await (await get(null, '/fr/settings/data', { cookie })).text()
  for (const version of [OLD, NOTICE]) expect(page).toContain(`dateTime="${version}"`)
  expect((await get(null, '/fr/notice', { cookie })).headers.get('location')).toBe('/fr')
})

test('whoever does not accept may still take a copy and go, and sign out', async () => {
  const person = await aUser()
  await db.deleteFrom('consent').where('user_id', '=', person.id).execute()
  expect((await get(person, '/fr/settings')).headers.get('location')).toContain('/fr/notice')
  for (const page of ['data', 'data/erase']) {
    expect((await get(person, `/fr/settings/${page}`)).status).toBe(200)
  }
  expect((await post(person, '/fr/settings/export')).status).toBe(200)
  expect((await post(person, '/fr/logout')).headers.get('location')).toBe('/fr')
})

test('the copy holds what is one’s own, no secret, nobody else, and of a space one left one’s texts alone', async () => {
  const [person, other] = [await aMember({ name: 'Moi' }), await aMember({ name: 'Zorquelune' })]
  const space = await aSpace({ visibility: 'private', name: 'Vortimex' }, [other, person])
  const inside = await aThread({ author: person, space, title: 'Dedans', body: 'Mon texte' })
  const open = await aThread({ author: other, title: 'Kelpidor' })
  await aPost(inside, { author: other, body: 'Fandolquin' })
  for (const item_id of [inside.id, open.id]) {
    await db.insertInto('bookmark').values({ user_id: person.id, item_id }).execute()
  }
  const bytes = (text: string) => new TextEncoder().encode(text)
  const own = await aThread({ author: person })
  await storeFile(db, person, { bytes: bytes('mine,1\n'), name: 'mien.csv', itemId: own.id })
  await storeFile(db, person, { bytes: bytes('left,1\n'), name: 'quitte.csv', itemId: inside.id })
  await post(person, `/fr/spaces/${space.slug}/leave`)

  const answer = await post(person, '/fr/settings/export')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="multaqa.zip"',
    'cache-control': 'private, no-store',
  })
  const files = await unzipped(answer)
  const all = JSON.stringify(files)
  expect(all).toContain('Mon texte')
  expect(Object.keys(files).filter((name) => name.endsWith('-mien.csv'))).toHaveLength(1)
  expect(all).not.toMatch(/Zorquelune|Vortimex|Kelpidor|Fandolquin|left,1|quitte/)
  const data = JSON.parse(files['data.json']!)
  expect(data.account).toMatchObject({ name: 'Moi', email: person.email })
  expect(data.bookmarks.map(({ address }: { address: string }) => address)).toEqual([
    `/threads/${open.id}/-`,
  ])
  expect(data.log.map(({ verb }: { verb: string }) => verb)).toEqual([])
  const secrets = await db
    .selectFrom('session')
    .where('user_id', '=', person.id)
    .select('id')
    .execute()
  for (const { id } of secrets) expect(all).not.toContain(id)
  expect(await unzipped(await post(other, '/fr/settings/export'))).not.toHaveProperty('mien.csv')
})

test('a copy needs a recent sign-in, and so does the page that erases', async () => {
  const person = await aUser()
  const cookie = await signIn(person)
  const at = '2026-01-01T00:00:00.000Z'
  await db.updateTable('session').set({ created_at: at }).where('user_id', '=', person.id).execute()
  const asked = [
    await post(null, '/fr/settings/export', {}, { cookie }),
    await get(null, '/fr/settings/data/erase', { cookie }),
    await post(null, '/fr/settings/data/erase', { confirmation: person.email }, { cookie }),
  ]
  for (const answer of asked) expect(answer.headers.get('location')).toContain('/fr/login/again')
  expect((await get(null, '/fr/settings/export')).headers.get('location')).toContain('/fr/login?to')
  expect((await get(person, '/fr/settings/export')).headers.get('location')).toBe(
    '/fr/settings/data',
  )
})

test('copies are made so often and no more', async () => {
  const person = await aUser()
  const statuses = []
  for (let n = 0; n < 6; n++) statuses.push((await post(person, '/fr/settings/export')).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
})

test('an account is erased by whoever types its address, at once, and its owner is told', async () => {
  const [person, other] = [await aMember({ lang: 'fr', name: 'Partie' }), await aUser()]
  const thread = await aThread({ author: person })
  const cookie = await signIn(person)
  const wrong = await post(
    null,
    '/fr/settings/data/erase',
    { confirmation: other.email },
    { cookie },
  )
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain(`value="${other.email}"`)

  const fields = { confirmation: ` ${person.email.toUpperCase()} ` }
  const done = await post(null, '/fr/settings/data/erase', fields, { cookie })
  expect(done.headers.get('location')).toBe('/fr')
  expect((await get(null, '/fr/settings', { cookie })).headers.get('location')).toContain('/login')
  expect((await mailsTo(person.email)).map(({ subject, user_id }) => [subject, user_id])).toEqual([
    ['Votre compte Multaqa est effacé', null],
  ])
  const html = await (await get(null, `/fr/threads/${thread.id}/a-title`)).text()
  expect(html).toContain('Ancien membre')
  expect(html).toContain('Commune Exemple')
  expect(html).not.toContain('Partie')
  expect((await get(null, `/fr/people/${person.handle}`)).status).toBe(404)
  expect((await get(other, '/fr/settings')).status).toBe(200)
})

test('whoever alone owns a space is told to hand it over, and keeps the account', async () => {
  const [person, other] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private', name: 'À transmettre' }, [person, other])
  const page = await (await get(person, '/fr/settings/data/erase')).text()
  expect(page).toContain(`/fr/spaces/${space.slug}/members`)
  const tried = await post(person, '/fr/settings/data/erase', { confirmation: person.email })
  expect(tried.status).toBe(409)
  expect((await get(person, '/fr/settings')).status).toBe(200)
})
