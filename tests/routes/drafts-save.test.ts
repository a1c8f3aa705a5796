import { expect, test } from 'vitest'
import { TRIES } from '#app/domain/tries/tries.limits.ts'
import { db } from '#db/client.server.ts'
import { aMember, aThread } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const drafts = (userId: string) =>
  db.selectFrom('draft').where('user_id', '=', userId).select(['form', 'fields']).execute()

test('what is typed is kept while typing, found again, and gone once sent', async () => {
  const [member, other] = [await aMember(), await aMember()]
  const thread = await aThread()
  const path = `/fr/threads/${thread.id}/a-title`
  const draft = `reply:${thread.id}`
  const saved = await post(member, '/drafts/save', { draft, body: 'À moitié', lang: 'ar' })
  expect(saved.status).toBe(204)
  const page = await (await get(member, path)).text()
  expect(page).toContain('À moitié</textarea>')
  expect(page).toContain('Brouillon enregistré le')
  expect(await (await get(other, path)).text()).not.toContain('À moitié')

  await post(member, path, { body: 'En entier', lang: 'fr' })
  expect(await drafts(member.id)).toEqual([])
})

test('a button keeps it without a script, and another throws it away', async () => {
  const member = await aMember()
  const path = '/fr/threads/new'
  const kept = await post(member, path, { title: 'Sans', body: '', intent: 'draft' })
  expect(await kept.text()).toContain('value="Sans"')
  expect(await (await get(member, path)).text()).toContain('value="Sans"')
  await post(member, path, { title: 'Sans', intent: 'discard' })
  expect(await drafts(member.id)).toEqual([])
  expect(await (await get(member, path)).text()).not.toContain('value="Sans"')
})

test('only the signed-in keep drafts, under a known form of key, and not without bound', async () => {
  const member = await aMember()
  expect((await post(null, '/drafts/save', { draft: 'reply:x', body: 'a' })).status).toBe(401)
  for (const draft of ['', 'Reply', 'a/b', `reply:${'x'.repeat(99)}`]) {
    expect((await post(member, '/drafts/save', { draft, body: 'a' })).status).toBe(422)
  }
  expect((await post(member, '/drafts/save', { draft: 'reply:x', body: '  ' })).status).toBe(422)
  for (let n = 0; n < 105; n++)
    await post(member, '/drafts/save', { draft: `reply:${n}`, body: 'a' })
  const forms = (await drafts(member.id)).map(({ form }) => form)
  expect(forms).toHaveLength(100)
  expect(forms).toContain('reply:104')
})

test('an expired sign-in loses nothing: the reply is found again after signing in', async () => {
  const member = await aMember()
  const thread = await aThread()
  const path = `/fr/threads/${thread.id}/a-title`
  const sent = await post(null, path, { body: 'Écrit trop tard', lang: 'fr' })
  expect(sent.headers.get('location')).toContain('/fr/login?to=')
  const cookie = sent.headers
    .getSetCookie()
    .find((one) => one.startsWith('kept='))!
    .split(';')[0]!
  expect(await (await get(member, path, { cookie })).text()).toContain('Écrit trop tard</textarea>')
})

test('what a script sends while one types counts as what one sends oneself', async () => {
  const member = await aMember()
  const save = () => post(member, '/drafts/save', { draft: 'thread:-:-', body: 'a' })
  await save()
  const key = `act:${member.id}`
  await db.updateTable('try').set({ count: TRIES.act.max }).where('key', '=', key).execute()
  const answer = await save()
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, expect.any(String)])
})
