import { beforeAll, expect, test } from 'vitest'
import { addCoAuthor } from '#app/domain/practices/co-authors.server.ts'
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
} from '#tests/support/factories.ts'
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

test('with a draft that is thrown away goes what others were asked about their words in it', async () => {
  const [asker, writer, other] = [await aMember(), await aMember(), await aMember()]
  const thread = await aThread({ author: asker, body: 'Les douars' })
  const from = `/fr/threads/${thread.id}/practice`
  const kept = await idAfter(await post(other, from, { where: 'open' }))
  const id = await idAfter(await post(writer, from, { where: 'open' }))
  const credit = `/fr/threads/${thread.id}/credit`
  const notices = async () => (await get(asker, '/fr/notifications')).text()
  expect((await post(other, '/fr/drafts', { id })).status).toBe(404)
  expect((await post(writer, '/fr/drafts', { id })).status).toBe(302)
  // The other draft still asks.
  expect(await notices()).toContain(credit)
  expect((await post(other, '/fr/drafts', { id: kept })).status).toBe(302)
  expect(await notices()).not.toContain(credit)
})

test('a draft asked for twice, even at once, is made once, and nobody is asked twice', async () => {
  const [asker, writer] = [await aMember(), await aMember()]
  const thread = await aThread({ author: asker, body: 'Deux fois' })
  const send = () => post(writer, `/fr/threads/${thread.id}/practice`, { where: 'open' })
  const answers = [...(await Promise.all([send(), send()])), await send()]
  expect(new Set(await Promise.all(answers.map(idAfter))).size).toBe(1)
  expect(await toldOf(asker.id)).toEqual(['credit'])
  const other = await post(await aMember(), `/fr/threads/${thread.id}/practice`, { where: 'open' })
  expect(await idAfter(other)).not.toBe(await idAfter(await send()))
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

test('a thread becomes a draft that quotes it, and whose words it takes is asked', async () => {
  const [asker, answerer] = [await aMember({ name: 'Asker Name' }), await aMember({ name: 'Salma Tazi' })] // prettier-ignore
  const writer = await aMember()
  const thread = await aThread({ author: asker, title: 'Comment réunir ?', body: 'Les douars' })
  const reply = await aPost(thread, { author: answerer, body: 'Par la radio' })
  await post(asker, `/fr/threads/${thread.id}/answer`, { post: reply.id })
  const from = `/fr/threads/${thread.id}/practice`
  const page = async (who: { id: string } | null) =>
    (await get(who, `/fr/threads/${thread.id}/comment-reunir`)).text()
  expect(await page(writer)).toContain(`/threads/${thread.id}/practice`)
  expect(await page(null)).not.toContain(`/threads/${thread.id}/practice`)
  expect((await post(await aUser(), from, { where: 'open' })).status).toBe(403)
  expect(await (await get(writer, from)).text()).toContain('Salma Tazi')

  const id = await idAfter(await post(writer, from, { where: 'open' }))
  const edit = async () => (await get(writer, `/fr/practices/${id}/edit`)).text()
  expect(await edit()).toContain('&gt; Les douars</textarea>')
  expect(await edit()).toContain('&gt; Par la radio</textarea>')
  expect(await page(asker)).not.toContain(`/practices/${id}`)
  expect(await toldOf(answerer.id)).toContain('credit')

  const credit = `/fr/threads/${thread.id}/credit`
  expect((await get(await aMember(), credit)).status).toBe(404)
  expect((await post(writer, credit, { practice: id, state: 'agreed' })).status).toBe(404)
  expect(await (await get(asker, '/fr/notifications')).text()).toContain(credit)
  expect((await post(asker, credit, { practice: id, state: 'agreed' })).status).toBe(302)
  expect((await post(answerer, credit, { practice: id, state: 'declined' })).status).toBe(302)
  expect(await edit()).toContain('Salma Tazi')

  const fields = { intent: 'publish', title: 'La radio des douars', revision: await revisionOf(id) }
  await makeFacilitator(writer)
  const path = `/fr/practices/${id}`
  const sent = await post(writer, `${path}/edit`, await aCompletePractice(fields))
  expect(sent.status).toBe(302)
  const shown = await (await get(null, `${path}/la-radio-des-douars`)).text()
  expect(shown).toContain('Asker Name')
  expect(shown).toContain(`/threads/${thread.id}/`)
  expect(shown).not.toContain('Salma Tazi')
  expect(await page(null)).toContain(path)
  await post(writer, `${path}/authors`, { forget: answerer.id })
  expect(await edit()).not.toContain('Salma Tazi')
})

test('what comes from a closed space is published only after a warning, and names nobody unasked', async () => {
  const [asker, writer] = [await aMember({ name: 'Asker Name' }), await aMember()]
  await makeFacilitator(writer)
  const space = await aSpace({ visibility: 'private', name: 'Espace fermé' }, [asker, writer])
  const thread = await aThread({ author: asker, space, title: 'Titre fermé' })
  const from = `/fr/threads/${thread.id}/practice`
  expect((await get(await aMember(), from)).status).toBe(404)
  const inside = await idAfter(await post(writer, from, { where: 'space' }))
  const where = await db.selectFrom('item').where('id', '=', inside).select('space_id').executeTakeFirst() // prettier-ignore
  expect(where).toEqual({ space_id: space.id })

  const id = await idAfter(await post(writer, from, { where: 'open' }))
  const path = `/fr/practices/${id}`
  const fields = { intent: 'publish', title: 'Fontaines réparées', revision: await revisionOf(id) }
  const complete = await aCompletePractice(fields)
  const warned = await post(writer, `${path}/edit`, complete)
  expect(warned.status).toBe(422)
  expect(await warned.text()).toMatch(/Espace fermé.*tout le monde lira/s)
  expect((await post(writer, `${path}/edit`, { ...complete, widened: 'on' })).status).toBe(302)

  const shown = async (who: { id: string } | null) =>
    (await get(who, `${path}/fontaines-reparees`)).text()
  expect(await shown(null)).not.toMatch(/Titre fermé|Espace fermé|Asker Name/)
  expect(await shown(writer)).toMatch(/Asker Name.*Titre fermé/s)
  await post(asker, `/fr/threads/${thread.id}/credit`, { practice: id, state: 'agreed' })
  expect(await shown(null)).toContain('Asker Name')
  expect(await shown(null)).not.toContain('Titre fermé')
})

async function makeFacilitator({ id }: { id: string }) {
  await db.updateTable('user').set({ role: 'facilitator' }).where('id', '=', id).execute()
}

async function toldOf(userId: string) {
  const rows = await db
    .selectFrom('notification')
    .where('user_id', '=', userId)
    .select('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}
