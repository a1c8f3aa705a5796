import { beforeAll, expect, test } from 'vitest'
import { setChallenges } from '#app/domain/items/write.server.ts'
import { suspend } from '#app/domain/people/accounts.server.ts'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aMember,
  aPost,
  aPractice,
  aSpace,
  aThread,
  aUser,
  changeItem,
} from '#tests/support/factories.ts'
import { get, ORIGIN, post, send } from '#tests/support/requests.ts'

beforeAll(() => loadPrinciples(db))

const EDGE = `a${'𐌰'.repeat(70)}`

test('a title whose address ends inside a letter is an address all the same', async () => {
  const member = await aMember()
  const fields = { title: EDGE, body: 'Un texte', form: 'question', lang: 'fr' }
  const answer = await post(member, '/fr/threads/new', fields)
  expect(answer.status).toBe(302)
  expect((await get(member, answer.headers.get('location')!)).status).toBe(200)
})

test('a label that is long once it is folded is refused', async () => {
  const fields = { label_ar: 'ﷺ'.repeat(60), label_fr: 'Mot long', label_en: 'A long word' }
  const facilitator = await aUser({ role: 'facilitator' })
  expect((await post(facilitator, '/fr/tags/new', fields)).status).toBe(422)
  const others = { ...fields, label_ar: 'كلمة', others_ar: 'ﷺ'.repeat(60) }
  expect((await post(facilitator, '/fr/tags/new', others)).status).toBe(422)
})

test('a form that chooses more than a query can ask for comes back', async () => {
  const challenges = Array.from({ length: 40_000 }, () => 'a')
  const answer = await post(await aMember(), '/fr/practices/new', { title: 'Un titre', challenges })
  expect(answer.status).toBe(422)
})

test('fields named as what every object has by itself are passed over', async () => {
  const member = await aMember()
  const hostile = { __proto__: undefined, constructor: '1', toString: '2' }
  const fields = new FormData()
  for (const name of ['__proto__', ...Object.keys(hostile)]) fields.append(name, 'x')
  fields.append('__proto__', new File(['x'], 'a.pdf'))
  fields.append('draft', 'thread:-:-')
  fields.append('title', 'Un titre')
  expect((await post(member, '/drafts/save', fields)).status).toBe(204)
  expect((await get(member, '/fr/threads/new')).status).toBe(200)
  expect((await post(member, '/fr/threads/new', fields)).status).toBe(422)
  expect((await post(null, '/fr/threads/new', fields)).status).toBe(302)
})

test('an address in another script leads there', async () => {
  const to = encodeURIComponent('/ar/tags/ماء')
  const answer = await get(await aUser(), `/fr/login?to=${to}`)
  expect(answer.headers.get('location')).toBe(encodeURI('/ar/tags/ماء'))
})

test('an editor learns of no challenge that is not for them', async () => {
  const [author, insider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [insider])
  const [closed, open] = [await aChallenge({ author: insider, space }), await aChallenge()]
  const practice = await aPractice({ author })
  await setChallenges(db, practice.id, [closed.id, open.id], null)
  const path = `/fr/practices/${practice.id}/edit`
  for (const asked of [path, `${path}.data`]) {
    const page = await (await get(author, asked)).text()
    expect(page).toContain(open.id)
    expect(page).not.toContain(closed.id)
  }
})

test('in an archived space practices stand as they are', async () => {
  const author = await aMember()
  const space = await aSpace({ visibility: 'private' }, [author])
  const practice = await aPractice({ author, space })
  const path = `/fr/practices/${practice.id}`
  expect((await get(author, `${path}/edit`)).status).toBe(200)
  await db.updateTable('space').set({ archived_at: '2026' }).where('id', '=', space.id).execute()
  for (const page of ['edit', 'files', 'authors']) {
    expect((await get(author, `${path}/${page}`)).status).toBe(403)
    expect((await post(author, `${path}/${page}`, { title: 'Autre' })).status).toBe(403)
  }
  expect((await post(author, `${path}/history`, { number: '1' })).status).toBe(403)
  expect((await get(author, `${path}/edit`)).status).toBe(403)
})

test('in an archived space no answer is marked, and none is asked under what is hidden', async () => {
  const owner = await aMember()
  const space = await aSpace({ visibility: 'public' }, [owner])
  const thread = await aThread({ author: owner, space })
  const reply = await aPost(thread, { author: await aMember() })
  await db.updateTable('space').set({ archived_at: '2026' }).where('id', '=', space.id).execute()
  const answer = await post(owner, `/fr/threads/${thread.id}/answer`, { post: reply.id })
  expect(answer.status).toBe(403)

  const challenge = await aChallenge({ author: owner })
  const hidden = { hidden_at: '2026-01-01T00:00:00.000Z', hidden_reason: 'x' }
  await changeItem(challenge.id, hidden)
  expect((await get(owner, `/fr/threads/new?challenge=${challenge.id}`)).status).toBe(403)
})

test('writing needs a confirmed address, whatever the role', async () => {
  const unconfirmed = await aUser({ role: 'admin', email_confirmed_at: null })
  const [person, thread] = [await aMember(), await aThread({ author: await aMember() })]
  const wanted = [
    [`/fr/admin/people/${person.handle}`, { act: 'role', role: 'admin' }],
    [`/fr/reports/new?item=${thread.id}`, { reason: 'spam' }],
    [`/fr/moderation/items/${thread.id}/hide`, { reason: 'spam' }],
    ['/fr/spaces/new', { name: 'a', lang: 'fr', visibility: 'public', joining: 'open' }],
    ['/fr/practices/new', { title: 'a' }],
  ] as const
  for (const [path, fields] of wanted) {
    const answer = await post(unconfirmed, path, fields)
    expect([path, answer.headers.get('location')]).toEqual([path, '/fr/settings/email?needed=1'])
  }
  const draft = { draft: 'thread:-:-', title: 'a' }
  expect((await post(unconfirmed, '/drafts/save', draft)).status).toBe(403)
})

test('nobody’s mailbox is filled by invitations', async () => {
  const owner = await aMember()
  const space = await aSpace({ visibility: 'private' }, [owner])
  const path = `/fr/spaces/${space.slug}/members`
  const invite = (email: string) => post(owner, path, { email, role: 'member' })
  for (let one = 0; one < 5; one++) expect((await invite('a@example.org')).status).toBe(302)
  expect((await invite('a@example.org')).status).toBe(429)
  expect((await invite('b@example.org')).status).toBe(302)
})

test('the last administrator is not suspended, even when two suspend each other', async () => {
  await db.updateTable('user').set({ role: 'account' }).execute()
  const [one, other] = [await aUser({ role: 'admin' }), await aUser({ role: 'admin' })]
  const how = { reason: 'x', tell: async () => {} }
  expect(await suspend(db, one, other, how)).toBeDefined()
  expect(await suspend(db, other, one, how)).toBeUndefined()
})

test('visitors may not fill the disk with forms that are kept for them', async () => {
  const row = { user_id: null, path: '/fr', fields: '{}', expires_at: '2999' }
  const rows = Array.from({ length: 500 }, (_, index) => ({ ...row, hash: `h${index}` }))
  await db.insertInto('kept_form').values(rows).execute()
  const body = 'title=a'
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '7' }
  const request = new Request(`${ORIGIN}/fr/threads/new`, { method: 'POST', headers, body })
  const answer = await send(request)
  expect(answer.status).toBe(302)
  expect(answer.headers.getSetCookie()).toEqual([])
})
