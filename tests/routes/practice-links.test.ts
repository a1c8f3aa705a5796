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
