import { beforeAll, expect, test } from 'vitest'
import { addCoAuthor } from '#app/domain/practices/co-authors.server.ts'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aMember, aPractice, aSpace, aUser } from '#tests/support/factories.ts'
import { aCompletePractice, idAfter, revisionOf } from '#tests/support/practices.ts'
import { get, post } from '#tests/support/requests.ts'

beforeAll(() => loadPrinciples(db))

test('a co-author reads and edits a draft; one more name needs an author', async () => {
  const [author, friend, stranger] = [await aMember(), await aMember(), await aMember()]
  const { id } = await aPractice({ author, state: 'draft' })
  const path = `/fr/practices/${id}/authors`
  expect((await post(stranger, path, { handle: stranger.handle })).status).toBe(404)
  expect((await post(author, path, { handle: 'nobody-here' })).status).toBe(422)
  expect((await post(author, path, { handle: `@${friend.handle}` })).status).toBe(302)
  expect((await get(friend, `/fr/practices/${id}/edit`)).status).toBe(200)
  expect((await post(author, path, { remove: friend.id })).status).toBe(302)
  expect((await get(friend, `/fr/practices/${id}/edit`)).status).toBe(404)
})

test('in a private space only its members can be named, and others look like nobody', async () => {
  const [author, outsider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [author])
  const { id } = await aPractice({ author, space })
  const item = { id, kind: 'practice', space_id: space.id, author_id: author.id }
  const add = (handle: string) =>
    db.transaction().execute((trx) => addCoAuthor(trx, author, item, handle))
  expect(await add(outsider.handle)).toBe(false)
  expect(await add('nobody-here')).toBe(false)
})

test('an edit keeps the links to challenges that the editor cannot see', async () => {
  const author = await aMember()
  const closed = await aSpace({ visibility: 'private' }, [author])
  const unseen = await aChallenge({ author, space: closed })
  const { id } = await aPractice({ author, challenges: [unseen.id] })
  const facilitator = await aUser({ role: 'facilitator' })
  const fields = await aCompletePractice({ intent: 'save', revision: await revisionOf(id) })
  expect((await post(facilitator, `/fr/practices/${id}/edit`, fields)).status).toBe(302)
  const links = await db
    .selectFrom('challenge_link')
    .where('item_id', '=', id)
    .select('challenge_id')
    .execute()
  expect(links.map(({ challenge_id }) => challenge_id).sort()).toEqual(
    [unseen.id, fields.challenges[0]].sort(),
  )
})

test('a challenge that the writer may not see cannot be linked', async () => {
  const owner = await aMember()
  const closed = await aSpace({ visibility: 'private' }, [owner])
  const unseen = await aChallenge({ author: owner, space: closed })
  const fields = await aCompletePractice()
  const challenges = [...(fields.challenges as string[]), unseen.id]
  const id = await idAfter(
    await post(await aMember(), '/fr/practices/new', { ...fields, challenges }),
  )
  const links = await db
    .selectFrom('challenge_link')
    .where('item_id', '=', id)
    .selectAll()
    .execute()
  expect(links.map(({ challenge_id }) => challenge_id)).toEqual(fields.challenges)
})

const QUESTION = { title: 'Combien de réunions ?', body: 'Et où ?', form: 'question', lang: 'fr' }

test('a question about a practice stands on its page, and its authors are told', async () => {
  const [author, friend, asker] = [await aMember({ lang: 'fr' }), await aMember(), await aMember()]
  const { id } = await aPractice({ author, title: 'Pratique questionnée' })
  const item = { id, kind: 'practice', space_id: null, author_id: author.id }
  await db.transaction().execute((trx) => addCoAuthor(trx, author, item, friend.handle))
  const page = async () => (await get(null, `/fr/practices/${id}/pratique-questionnee`)).text()
  expect(await page()).toContain(`/threads/new?practice=${id}&amp;form=question`)

  const form = await (await get(asker, `/fr/threads/new?practice=${id}`)).text()
  expect(form).toContain('Pratique questionnée')
  const sent = await post(asker, `/fr/threads/new?practice=${id}`, QUESTION)
  expect(sent.status).toBe(302)
  expect(await page()).toContain(QUESTION.title)
  const thread = await get(null, sent.headers.get('location')!.split('?')[0]!)
  expect(await thread.text()).toContain(`/practices/${id}/pratique-questionnee`)
  for (const { id: user_id } of [author, friend]) {
    expect(await toldOf(user_id)).toEqual(['question'])
    expect(await (await get({ id: user_id }, '/fr/notifications')).text()).toContain(
      'pose une question sur votre pratique',
    )
  }
  const mails = await db
    .selectFrom('mail')
    .where('user_id', '=', author.id)
    .select('subject')
    .execute()
  expect(mails).toEqual([{ subject: `Une question sur votre pratique\u00a0: ${QUESTION.title}` }])
})

test('a question stands where its practice does, and one that waits or a draft is not asked about', async () => {
  const [author, member, outsider] = [await aMember(), await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [author, member])
  const closed = await aPractice({ author, space })
  const path = `/fr/threads/new?practice=${closed.id}`
  expect((await get(outsider, path)).status).toBe(404)
  expect((await post(outsider, path, QUESTION)).status).toBe(404)
  const asked = await post(member, path, { ...QUESTION, title: 'Où donc ?' })
  const thread = asked.headers.get('location')!.split('?')[0]!
  expect((await get(member, thread)).status).toBe(200)
  expect((await get(outsider, thread)).status).toBe(404)

  const draft = await aPractice({ author, state: 'draft' })
  expect((await post(author, `/fr/threads/new?practice=${draft.id}`, QUESTION)).status).toBe(403)

  const open = await aPractice({ author, title: 'Pratique ouverte' })
  const waiting = { ...QUESTION, title: 'Question en attente' }
  const first = await post(await aUser(), `/fr/threads/new?practice=${open.id}`, waiting)
  expect(first.status).toBe(302)
  expect(
    await (await get(author, `/fr/practices/${open.id}/pratique-ouverte`)).text(),
  ).not.toContain(waiting.title)
  expect(await toldOf(author.id)).toEqual(['question'])
})

async function toldOf(userId: string) {
  const rows = await db
    .selectFrom('notification')
    .where('user_id', '=', userId)
    .select('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}
