import { expect, test } from 'vitest'
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
import { get, post } from '#tests/support/requests.ts'

const aFacilitator = () => aUser({ role: 'facilitator' })

function itemRow(id: string) {
  return db.selectFrom('item').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
}

async function repliesOf(threadId: string) {
  const { reply_count } = await db
    .selectFrom('thread')
    .where('item_id', '=', threadId)
    .select('reply_count')
    .executeTakeFirstOrThrow()
  return reply_count
}

async function verbsAbout(id: string) {
  const rows = await db
    .selectFrom('audit')
    .where('subject_id', '=', id)
    .orderBy('created_at')
    .select('verb')
    .execute()
  return rows.map(({ verb }) => verb)
}

test('the queue is for facilitators and administrators, and for those who run a space', async () => {
  const visitor = await get(null, '/fr/moderation')
  expect(visitor.headers.get('location')).toBe('/fr/login?to=%2Ffr%2Fmoderation')
  for (const person of [await aUser(), await aMember()]) {
    expect((await get(person, '/fr/moderation')).status).toBe(403)
  }
  const owner = await aMember()
  await aSpace({ visibility: 'private' }, [owner])
  for (const person of [await aFacilitator(), await aUser({ role: 'admin' }), owner]) {
    expect((await get(person, '/fr/moderation')).status).toBe(200)
  }
})

test('the queue shows seats, first contributions, practices and reports; a filter narrows it', async () => {
  const [facilitator, author] = [await aFacilitator(), await aMember()]
  const asker = await aUser({ name: 'Somebody who asks' })
  await db
    .insertInto('seat')
    .values({ id: 'seatwaits001', user_id: asker.id, function: 'trainer' })
    .execute()
  await aThread({ author: await aUser(), title: 'A first question', state: 'held' })
  await aPractice({ author, title: 'A practice to review', state: 'submitted' })
  const reported = await aThread({ author, title: 'A reported thread' })
  await post(await aUser(), `/fr/reports/new?item=${reported.id}`, {
    reason: 'spam',
    note: 'Buy it',
  })

  const all = await (await get(facilitator, '/fr/moderation')).text()
  for (const words of ['Somebody who asks', 'A first question', 'A practice to review', 'Buy it']) {
    expect(all).toContain(words)
  }
  const seats = await (await get(facilitator, '/ar/moderation?kind=seats')).text()
  expect(seats).toContain('Somebody who asks')
  expect(seats).not.toContain('A first question')
})

test('what waits in a private space is for those who run it, not for facilitators', async () => {
  const [owner, member, facilitator] = [await aMember(), await aMember(), await aFacilitator()]
  const space = await aSpace({ visibility: 'private', name: 'Closed' }, [owner, member])
  const thread = await aThread({ author: member, space, title: 'Behind the door' })
  expect(
    (await post(member, `/fr/reports/new?item=${thread.id}`, { reason: 'untrue' })).status,
  ).toBe(403)
  await post(owner, `/fr/reports/new?item=${thread.id}`, { reason: 'untrue', note: 'Not so' })

  for (const outsider of [facilitator, await aUser({ role: 'admin' })]) {
    expect(await (await get(outsider, '/fr/moderation')).text()).not.toContain('Behind the door')
    expect((await get(outsider, `/fr/moderation?space=${space.slug}`)).status).toBe(404)
    const hide = await post(outsider, `/fr/moderation/items/${thread.id}/hide`, { reason: 'x' })
    expect(hide.status).toBe(404)
  }
  expect((await get(member, `/fr/moderation?space=${space.slug}`)).status).toBe(403)
  const own = await (await get(owner, `/fr/moderation?space=${space.slug}`)).text()
  expect(own).toContain('Not so')
})

test('a seat is confirmed in the queue, and refused only with a reason', async () => {
  const [facilitator, asker] = [await aFacilitator(), await aUser()]
  const seats = ['seatone00001', 'seattwo00002']
  for (const id of seats) {
    await db.insertInto('seat').values({ id, user_id: asker.id, function: 'trainer' }).execute()
  }
  expect((await post(asker, `/fr/moderation/seats/${seats[0]}/confirm`)).status).toBe(403)
  const confirmed = await post(facilitator, `/fr/moderation/seats/${seats[0]}/confirm`)
  expect(confirmed.headers.get('location')).toBe('/fr/moderation')

  const bare = await post(facilitator, `/fr/moderation/seats/${seats[1]}/refuse`, { reason: ' ' })
  expect(bare.status).toBe(422)
  await post(facilitator, `/fr/moderation/seats/${seats[1]}/refuse`, { reason: 'Unknown there' })
  const rows = await db
    .selectFrom('seat')
    .where('user_id', '=', asker.id)
    .orderBy('id')
    .select(['confirmed_by', 'refused_by', 'refused_reason'])
    .execute()
  expect(rows).toEqual([
    { confirmed_by: facilitator.id, refused_by: null, refused_reason: null },
    { confirmed_by: null, refused_by: facilitator.id, refused_reason: 'Unknown there' },
  ])
})

test('a hidden item is gone for others, and its author is told why', async () => {
  const [facilitator, author, member] = [await aFacilitator(), await aMember(), await aMember()]
  const thread = await aThread({ author, title: 'Out of place' })
  const path = `/fr/moderation/items/${thread.id}/hide`
  expect((await get(null, path)).status).toBe(302)
  expect((await post(member, path, { reason: 'x' })).status).toBe(403)
  expect((await post(facilitator, path, { reason: '' })).status).toBe(422)
  expect((await itemRow(thread.id)).hidden_at).toBeNull()

  await post(facilitator, path, { reason: 'It names a person' })
  expect(await itemRow(thread.id)).toMatchObject({
    hidden_by: facilitator.id,
    hidden_reason: 'It names a person',
  })
  expect((await post(member, path, { reason: 'x' })).status).toBe(404)
  const mail = await db
    .selectFrom('mail')
    .where('user_id', '=', author.id)
    .select(['body', 'item_id'])
    .executeTakeFirstOrThrow()
  expect(mail.body).toContain('It names a person')
  expect(mail.item_id).toBe(thread.id)

  expect((await post(author, `/fr/moderation/items/${thread.id}/restore`)).status).toBe(403)
  await post(facilitator, `/fr/moderation/items/${thread.id}/restore`)
  expect(await itemRow(thread.id)).toMatchObject({ hidden_at: null, hidden_reason: null })
  expect(await verbsAbout(thread.id)).toEqual(['item_hidden', 'item_restored'])
})

test('hiding a reply takes it out of the count and frees the accepted answer', async () => {
  const [facilitator, author] = [await aFacilitator(), await aMember()]
  const thread = await aThread({ author })
  const [first] = [await aPost(thread, { author }), await aPost(thread, { author })]
  await db
    .updateTable('thread')
    .set({ accepted_post_id: first.id })
    .where('item_id', '=', thread.id)
    .execute()
  await post(facilitator, `/fr/moderation/items/${first.id}/hide`, { reason: 'Insult' })
  expect(await repliesOf(thread.id)).toBe(1)
  const answered = await db
    .selectFrom('thread')
    .where('item_id', '=', thread.id)
    .select('accepted_post_id')
    .executeTakeFirstOrThrow()
  expect(answered.accepted_post_id).toBeNull()
  await post(facilitator, `/fr/moderation/items/${first.id}/restore`)
  expect(await repliesOf(thread.id)).toBe(2)
})

test('what its author took back, nobody else brings back', async () => {
  const [facilitator, author] = [await aFacilitator(), await aMember()]
  const thread = await aThread({ author })
  await changeItem(thread.id, { hidden_at: new Date().toISOString(), hidden_by: author.id })
  const answer = await post(facilitator, `/fr/moderation/items/${thread.id}/restore`)
  expect(answer.headers.getSetCookie().join()).toContain('flash=moderation_late')
  expect((await itemRow(thread.id)).hidden_at).not.toBeNull()
})

test('a first contribution is published, and its author hears of it', async () => {
  const [facilitator, author] = [await aFacilitator(), await aUser()]
  const thread = await aThread({ author, state: 'held' })
  expect((await post(author, `/fr/moderation/items/${thread.id}/publish`)).status).toBe(403)
  expect((await post(await aMember(), `/fr/moderation/items/${thread.id}/publish`)).status).toBe(
    404,
  )
  await post(facilitator, `/fr/moderation/items/${thread.id}/publish`, { to: '/fr/threads' })
  const row = await itemRow(thread.id)
  expect(row.state).toBe('published')
  expect(row.published_at).not.toBeNull()
  const told = await db
    .selectFrom('notification')
    .where('user_id', '=', author.id)
    .select(['kind', 'item_id'])
    .execute()
  expect(told).toEqual([{ kind: 'published', item_id: thread.id }])
})

test('a practice is accepted or returned with a note', async () => {
  const [facilitator, author] = [await aFacilitator(), await aMember()]
  const good = await aPractice({ author, state: 'submitted' })
  const thin = await aPractice({ author, state: 'submitted' })
  await post(facilitator, `/fr/moderation/items/${good.id}/approve`)
  expect((await post(facilitator, `/fr/moderation/items/${thin.id}/return`)).status).toBe(422)
  await post(facilitator, `/fr/moderation/items/${thin.id}/return`, { reason: 'Say what it cost' })
  expect((await itemRow(good.id)).state).toBe('published')
  expect((await itemRow(thin.id)).state).toBe('draft')
})

test('a thread is locked and unlocked by those who keep order', async () => {
  const [facilitator, author] = [await aFacilitator(), await aMember()]
  const thread = await aThread({ author })
  const locked = async () =>
    (
      await db
        .selectFrom('thread')
        .where('item_id', '=', thread.id)
        .select('locked_at')
        .executeTakeFirstOrThrow()
    ).locked_at
  expect((await post(author, `/fr/moderation/items/${thread.id}/lock`)).status).toBe(403)
  await post(facilitator, `/fr/moderation/items/${thread.id}/lock`)
  expect(await locked()).not.toBeNull()
  await post(facilitator, `/fr/moderation/items/${thread.id}/unlock`)
  expect(await locked()).toBeNull()
})

test('an act leads back only to a page of this site', async () => {
  const facilitator = await aFacilitator()
  const thread = await aThread({ author: await aMember() })
  const path = `/fr/moderation/items/${thread.id}/lock`
  const answer = await post(facilitator, path, { to: '//elsewhere.example' })
  expect(answer.headers.get('location')).toBe('/fr/moderation')
})

test('the log tells facilitators what was done, and nothing of private spaces', async () => {
  const [facilitator, owner] = [await aFacilitator(), await aMember()]
  const space = await aSpace({ visibility: 'private', name: 'Behind doors' }, [owner])
  const inside = await aThread({ author: owner, space, title: 'A closed matter' })
  const outside = await aThread({ author: await aMember(), title: 'An open matter' })
  await post(owner, `/fr/moderation/items/${inside.id}/hide`, { reason: 'Ours alone' })
  await post(facilitator, `/fr/moderation/items/${outside.id}/hide`, { reason: 'For all to know' })

  expect((await get(await aMember(), '/fr/moderation/log')).status).toBe(403)
  const log = await (await get(facilitator, '/fr/moderation/log')).text()
  expect(log).toContain('For all to know')
  for (const words of ['Ours alone', 'A closed matter', 'Behind doors']) {
    expect(log).not.toContain(words)
  }
  // Whoever runs both sees their own space's entries in the space, not here.
  const both = await aUser({ role: 'facilitator' })
  await db
    .insertInto('space_member')
    .values({ space_id: space.id, user_id: both.id, role: 'owner' })
    .execute()
  expect(await (await get(both, '/fr/moderation/log')).text()).not.toContain('Ours alone')
})

test('the log is narrowed by verb, person and period', async () => {
  const [one, other] = [await aFacilitator(), await aFacilitator()]
  const thread = await aThread({ author: await aMember() })
  await post(one, `/fr/moderation/items/${thread.id}/hide`, { reason: 'By the first' })
  await post(other, `/fr/moderation/items/${thread.id}/restore`)
  const log = async (query: string) => (await get(one, `/fr/moderation/log?${query}`)).text()
  expect(await log(`actor=${one.handle}`)).toContain('By the first')
  expect(await log(`actor=${other.handle}`)).not.toContain('By the first')
  expect(await log(`verb=item_restored&actor=${one.handle}`)).not.toContain('By the first')
  expect(await log('until=2020-01-01')).not.toContain('By the first')
  expect(await log('from=2020-01-01')).toContain('By the first')
})

test('those who keep order find their acts on the pages of threads, replies and challenges', async () => {
  const [facilitator, author, member] = [await aFacilitator(), await aMember(), await aMember()]
  const thread = await aThread({ author })
  const reply = await aPost(thread, { author })
  const challenge = await aChallenge({ author })
  const acts = async (person: { id: string } | null, path: string, id: string) => {
    const html = await (await get(person, path)).text()
    return ['hide', 'lock', 'report'].filter((act) =>
      html.includes(act === 'report' ? `/reports/new?item=${id}` : `/items/${id}/${act}"`),
    )
  }
  const path = `/fr/threads/${thread.id}/a-title`
  expect(await acts(facilitator, path, thread.id)).toEqual(['hide', 'lock', 'report'])
  expect(await acts(facilitator, path, reply.id)).toEqual(['hide', 'report'])
  const problem = `/fr/challenges/${challenge.id}/a-title`
  expect(await acts(facilitator, problem, challenge.id)).toEqual(['hide', 'report'])
  for (const reader of [null, member]) {
    expect(await acts(reader, path, thread.id)).toEqual(['report'])
    expect(await acts(reader, path, reply.id)).toEqual(['report'])
    expect(await acts(reader, problem, challenge.id)).toEqual(['report'])
  }
  expect(await acts(author, path, thread.id)).toEqual([])
})
