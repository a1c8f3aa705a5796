import { expect, test } from 'vitest'
import { mentioned } from '#app/domain/notifications/recipients.server.ts'
import { canReply, canTakePart, canWithdraw } from '#app/domain/posts/posts.policy.ts'
import { listPosts, pageBefore, recountReplies } from '#app/domain/posts/posts.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPost, aSpace, aThread, aUser, changeItem } from '#tests/support/factories.ts'

const around = (role: 'member' | null, archived_at: string | null = null) =>
  ({ visibility: 'network', joining: 'open', archived_at, role }) as const

test('in the open one takes part with a seat, in a space as one of its people', async () => {
  const [account, member] = [await aUser(), await aMember()]
  const unconfirmed = await aMember({ email_confirmed_at: null })
  expect(canTakePart(member, undefined)).toBe(true)
  expect(canTakePart(member, around('member'))).toBe(true)
  expect(canTakePart(account, around('member'))).toBe(true)
  for (const person of [null, account, unconfirmed])
    expect(canTakePart(person, undefined)).toBe(false)
  expect(canTakePart(member, around(null))).toBe(false)
  expect(canTakePart(member, around('member', '2026-01-01'))).toBe(false)
})

test('nobody replies to what is locked, held or hidden', async () => {
  const member = await aMember()
  const open = { author_id: null, state: 'published', hidden_at: null, locked_at: null } as const
  expect(canReply(member, open, undefined)).toBe(true)
  expect(canReply(member, { ...open, locked_at: '2026' }, undefined)).toBe(false)
  expect(canReply(member, { ...open, hidden_at: '2026' }, undefined)).toBe(false)
  expect(canReply(member, { ...open, state: 'held' }, undefined)).toBe(false)
})

test('only its author withdraws a reply, and only while nobody quotes it', async () => {
  const [author, other] = [await aMember(), await aMember()]
  const post = { author_id: author.id, state: 'published', hidden_at: null, quoted: false } as const
  expect(canWithdraw(author, post, undefined)).toBe(true)
  expect(canWithdraw(other, post, undefined)).toBe(false)
  expect(canWithdraw(author, { ...post, quoted: true }, undefined)).toBe(false)
  expect(canWithdraw(author, post, around(null))).toBe(false)
})

test('hidden replies keep their place without words and are not counted, and pages begin alike for all', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const thread = await aThread()
  const posts = []
  for (let n = 0; n < 22; n++) {
    const post = await aPost(thread, { body: `n${n}` })
    const published_at = `2026-02-01T00:00:${String(n + 10)}.000Z`
    await changeItem(post.id, { published_at })
    posts.push({ id: post.id, at: published_at })
  }
  const hidden = { hidden_at: '2026-03-01T00:00:00.000Z', hidden_by: facilitator.id }
  for (const { id } of [posts[0]!, posts[21]!]) await changeItem(id, hidden)
  await recountReplies(db, thread.id)

  const row = await db
    .selectFrom('thread')
    .where('item_id', '=', thread.id)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect([row.reply_count, row.last_post_at]).toEqual([20, posts[20]!.at])
  const page = await listPosts(db, null, 'fr', { threadId: thread.id })
  expect(page.rows).toHaveLength(20)
  expect(page.rows[0]).toMatchObject({ gone: 'hidden', html: '', source: '' })
  expect(page.rows[0]!.author.name).toBeNull()
  for (const viewer of [null, facilitator]) {
    expect(await pageBefore(db, viewer, thread.id, posts[20])).toBe(
      `${posts[19]!.at}~${posts[19]!.id}`,
    )
  }
})

test('a mention reaches those who may read it, and names to its author those who may not', async () => {
  const [owner, outsider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner])
  const thread = await aThread({ space })
  const text = `@${owner.handle} @${outsider.handle} @nobody-at-all`
  const { readers, others } = await mentioned(db, thread.id, text)
  expect(readers.map(({ id }) => id)).toEqual([owner.id])
  expect(others.map(({ id }) => id)).toEqual([outsider.id])
  expect(await mentioned(db, thread.id, `> @${owner.handle}`)).toEqual({ readers: [], others: [] })
})
