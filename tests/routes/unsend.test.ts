import { expect, test } from 'vitest'
import { checkIndex } from '#app/domain/search/index.server.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aMember,
  aPost,
  aSpace,
  aThread,
  aUser,
  changeItem,
} from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

type Person = { id: string }

async function page(who: Person | null, path: string): Promise<string> {
  const answer = await get(who, path)
  const to = answer.headers.get('location')
  return to && answer.status < 400 ? page(who, to.replace(/#.*/, '')) : answer.text()
}

const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)![0]
const sentId = (answer: Response) => /sent=(\w+)/.exec(answer.headers.get('location')!)![1]!

async function count(table: 'item' | 'notification' | 'mail') {
  const query = db.selectFrom(table as 'item').select((eb) => eb.fn.countAll<number>().as('all'))
  return (await query.executeTakeFirstOrThrow()).all
}

test('a reply is taken back as if it had never been, and its words are in the form again', async () => {
  const [asker, member] = [await aMember(), await aMember()]
  const thread = await aThread({ author: asker, title: 'Le fil' })
  await post(asker, `/fr/follows/${thread.id}`)
  const before = await Promise.all([count('item'), count('notification'), count('mail')])
  const fields = { body: `Trop vite, @${asker.handle}`, lang: 'ar' }
  const id = sentId(await post(member, `/fr/threads/${thread.id}`, fields))
  expect(await count('mail')).toBe(before[2] + 1)
  expect(await page(member, `/fr/threads/${thread.id}`)).toContain('Annuler l’envoi')
  expect(await page(asker, `/fr/threads/${thread.id}`)).not.toContain('Annuler l’envoi')

  const undone = await post(member, `/fr/unsend/${id}`)
  expect(undone.headers.get('location')).toBe(`/fr/threads/${thread.id}#reply`)
  const after = await Promise.all([count('item'), count('notification'), count('mail')])
  expect(after).toEqual(before)
  const html = await page(member, `/fr/threads/${thread.id}`)
  expect(html).toContain('Trop vite')
  expect(html).toMatch(/<textarea[^>]*>\s*Trop vite/)
  expect(await page(asker, `/fr/threads/${thread.id}`)).not.toContain('Trop vite')
  expect(await checkIndex(db)).toEqual([])
  expect((await post(member, `/fr/unsend/${id}`)).status).toBe(404)
})

test('its mail waits until it can no longer be taken back', async () => {
  const [asker, member] = [await aMember(), await aMember()]
  const thread = await aThread({ author: asker })
  await post(asker, `/fr/follows/${thread.id}`)
  await post(member, `/fr/threads/${thread.id}`, { body: 'Bonjour', lang: 'fr' })
  const { due_at } = await db
    .selectFrom('mail')
    .where('user_id', '=', asker.id)
    .select('due_at')
    .executeTakeFirstOrThrow()
  const seconds = (Date.parse(due_at) - Date.now()) / 1000
  expect(seconds).toBeGreaterThan(50)
  expect(seconds).toBeLessThanOrEqual(60)
})

test('what was typed since stays, after the words that came back', async () => {
  const member = await aMember()
  const thread = await aThread()
  const id = sentId(await post(member, `/fr/threads/${thread.id}`, { body: 'Avant', lang: 'fr' }))
  const draft = { body: 'Depuis', lang: 'fr', intent: 'draft' }
  await post(member, `/fr/threads/${thread.id}`, draft)
  await post(member, `/fr/unsend/${id}`)
  expect(await page(member, `/fr/threads/${thread.id}`)).toMatch(/>\s*Avant\s+Depuis\s*</)
})

test('a thread goes back to the form it came from, with its title', async () => {
  const member = await aMember()
  const challenge = await aChallenge()
  const fields = { title: 'Mon titre', body: 'Mon texte', form: 'experience', lang: 'fr' }
  const id = sentId(await post(member, `/fr/threads/new?challenge=${challenge.id}`, fields))
  const undone = await post(member, `/fr/unsend/${id}`)
  const path = undone.headers.get('location')!
  expect(path).toBe(`/fr/threads/new?challenge=${challenge.id}`)
  const form = main(await page(member, path))
  for (const typed of ['Mon titre', 'Mon texte']) expect(form).toContain(typed)
  expect(form).toMatch(/value="experience"[^>]*checked|checked[^>]*value="experience"/)
  expect((await get(null, `/fr/threads/${id}`)).status).toBe(404)
})

test('after a minute, a reply, a quotation or a reaction it stays', async () => {
  const [member, other] = [await aMember(), await aMember()]
  const fields = { title: 'Un fil', body: 'Texte', form: 'question', lang: 'fr' }
  const late = sentId(await post(member, '/fr/threads/new', fields))
  await changeItem(late, { created_at: new Date(Date.now() - 61_000).toISOString() })
  const answered = sentId(await post(member, '/fr/threads/new', fields))
  await aPost({ id: answered })
  const thanked = sentId(await post(member, '/fr/threads/new', fields))
  await db
    .insertInto('reaction')
    .values({ item_id: thanked, user_id: other.id, meaning: 'thanks' })
    .execute()
  const thread = await aThread()
  const quoted = sentId(
    await post(member, `/fr/threads/${thread.id}`, { body: 'Texte', lang: 'fr' }),
  )
  const words = `> [@a](/fr/threads/${thread.id}/posts/${quoted})\n\nOui`
  await post(other, `/fr/threads/${thread.id}`, { body: words, lang: 'fr' })
  await post(member, `/fr/unsend/${quoted}`)
  expect(main(await page(null, `/fr/threads/${thread.id}`))).toContain('Texte')
  for (const id of [late, answered, thanked]) {
    const answer = await post(member, `/fr/unsend/${id}`)
    expect(answer.headers.get('location')).toContain(`/threads/${id}/`)
    expect(answer.headers.get('set-cookie')).toContain('unsend_late')
    expect(main(await page(null, `/fr/threads/${id}`))).toContain('Texte')
  }
  expect(main(await page(member, `/fr/threads/${late}`))).not.toContain('Annuler l’envoi')
})

test('a reply that was marked as the answer stays', async () => {
  const [asking, member] = [await aMember(), await aMember()]
  const thread = await aThread({ author: asking })
  const given = sentId(
    await post(member, `/fr/threads/${thread.id}`, { body: 'Voici', lang: 'fr' }),
  )
  await post(asking, `/fr/threads/${thread.id}/answer`, { post: given })
  const answer = await post(member, `/fr/unsend/${given}`)
  expect(answer.headers.get('set-cookie')).toContain('unsend_late')
  expect(main(await page(null, `/fr/threads/${thread.id}`))).toContain('Voici')
})

test('nobody takes back what another has sent, nor learns of what is closed', async () => {
  const [member, outsider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [member])
  const closed = await aThread({ author: member, space })
  const open = await aThread({ author: member })
  expect((await post(outsider, `/fr/unsend/${closed.id}`)).status).toBe(404)
  expect((await post(null, `/fr/unsend/${open.id}`)).headers.get('location')).toContain('/login')
  for (const who of [outsider, await aUser({ role: 'facilitator' })]) {
    await post(who, `/fr/unsend/${open.id}`)
    expect((await get(null, `/fr/threads/${open.id}/x`)).status).toBe(301)
  }
})
