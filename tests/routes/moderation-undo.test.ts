import { expect, test } from 'vitest'
import { UNDO_MINUTES } from '#app/domain/moderation/moderation.limits.ts'
import { countWaiting } from '#app/domain/moderation/queue.server.ts'
import { sendDueMails } from '#app/server/mailer.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { aMember, aPost, aPractice, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

type Who = { id: string }

// What the page after an act says can be undone.
function actOf(answer: Response) {
  return /flash=[a-z_]+~([0-9a-z]{12})/.exec(answer.headers.getSetCookie().join())?.[1] ?? ''
}

async function undo(who: Who, act: string) {
  const answer = await post(who, `/fr/moderation/undo/${act}`, { to: '/fr' })
  return answer.headers.getSetCookie().join().includes('flash=moderation_undone')
}

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

function itemRow(id: string) {
  const columns = ['state', 'published_at', 'hidden_at', 'hidden_reason'] as const
  return db.selectFrom('item').where('id', '=', id).select(columns).executeTakeFirstOrThrow()
}

async function toldOf(userId: string) {
  const mails = await db
    .selectFrom('mail')
    .where('user_id', '=', userId)
    .where('act_id', 'is not', null)
    .select('id')
    .execute()
  const notes = await db
    .selectFrom('notification')
    .where('user_id', '=', userId)
    .where('act_id', 'is not', null)
    .select('id')
    .execute()
  return mails.length + notes.length
}

test('hiding is undone: text, report, answer and mail are as before, and the log has both', async () => {
  const [facilitator, author, asker] = [
    await aUser({ role: 'facilitator' }),
    await aMember(),
    await aMember(),
  ]
  const thread = await aThread({ author: asker })
  const reply = await aPost(thread, { author })
  await post(asker, `/fr/threads/${thread.id}/answer`, { post: reply.id })
  await post(asker, `/fr/reports/new?item=${reply.id}`, { reason: 'untrue' })
  const path = `/fr/moderation/items/${reply.id}/hide`
  const act = actOf(await post(facilitator, path, { reason: 'By mistake' }))
  expect(await toldOf(author.id)).toBe(1)

  expect(await undo(facilitator, act)).toBe(true)
  expect(await itemRow(reply.id)).toMatchObject({ hidden_at: null, hidden_reason: null })
  const { accepted_post_id, reply_count } = await db
    .selectFrom('thread')
    .where('item_id', '=', thread.id)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect([accepted_post_id, reply_count]).toEqual([reply.id, 1])
  const report = await db.selectFrom('report').where('item_id', '=', reply.id).selectAll().execute()
  expect(report).toMatchObject([{ settled_at: null, settled_by: null, settlement: null }])
  expect(await toldOf(author.id)).toBe(0)
  const verbs = await db
    .selectFrom('audit')
    .where('subject_id', '=', reply.id)
    .orderBy('created_at')
    .select('verb')
    .execute()
  expect(verbs.map(({ verb }) => verb)).toEqual(['item_hidden', 'act_undone'])
  expect(await undo(facilitator, act)).toBe(false)
})

test('every decision of the queue can be undone, and waits again as it did', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const [author, asker, owner] = [await aMember(), await aMember(), await aMember()]
  const held = await aThread({ author: await aUser(), state: 'held' })
  const good = await aPractice({ author, state: 'submitted' })
  const thin = await aPractice({ author, state: 'submitted' })
  const space = await aSpace({ visibility: 'network' }, [owner])
  await post(asker, `/fr/spaces/${space.slug}/join`, { note: 'Let me in' })
  for (const id of ['seatundone01', 'seatundone02']) {
    await db.insertInto('seat').values({ id, user_id: asker.id, function: 'trainer' }).execute()
  }
  const waiting = async () => JSON.stringify(await countWaiting(db, facilitator, {}))
  const request = `/fr/spaces/${space.slug}/requests/${asker.handle}`
  const before = await waiting()
  for (const [path, fields] of [
    [`/fr/moderation/items/${held.id}/publish`, {}],
    [`/fr/moderation/items/${good.id}/approve`, {}],
    [`/fr/moderation/items/${thin.id}/return`, { reason: 'More' }],
    ['/fr/moderation/seats/seatundone01/confirm', {}],
    ['/fr/moderation/seats/seatundone02/refuse', { answer: 'unconfirmed' }],
    [`${request}/admit`, {}],
    [`${request}/refuse`, { answer: 'others' }],
  ] as const) {
    const act = actOf(await post(facilitator, path, fields))
    expect(await waiting(), path).not.toBe(before)
    expect(await undo(facilitator, act), path).toBe(true)
    expect(await waiting(), path).toBe(before)
  }
  expect(await itemRow(held.id)).toMatchObject({ state: 'held', published_at: null })
  const asked = await db.selectFrom('space_request').selectAll().execute()
  expect(asked).toMatchObject([{ user_id: asker.id, note: 'Let me in' }])
  expect(await toldOf(asker.id)).toBe(0)
})

test('a suspension is undone by who made it, and its mail goes out only when it stands', async () => {
  const [admin, other, person] = [
    await aUser({ role: 'admin' }),
    await aUser({ role: 'admin' }),
    await aMember({ lang: 'fr' }),
  ]
  const path = `/fr/admin/people/${person.handle}`
  const act = actOf(await post(admin, path, { act: 'suspend', answer: 'offences' }))
  expect(await undo(other, act)).toBe(false)
  expect(await undo(admin, act)).toBe(true)

  const sent: string[] = []
  const send = (minutes: number) =>
    sendDueMails(async (message) => void sent.push(JSON.stringify(message)), later(minutes))
  await post(admin, path, { act: 'suspend', answer: 'impersonation', reason: 'Voir le 3 mai.' })
  await send(UNDO_MINUTES - 1)
  expect(sent.filter((mail) => mail.includes(person.email))).toEqual([])
  await send(UNDO_MINUTES + 1)
  // In the language of the person, whatever the administrator reads; with what was added.
  const [mail, ...more] = sent.filter((one) => one.includes(person.email))
  expect(more).toEqual([])
  expect(mail).toContain('au nom d’une autre personne')
  expect(mail).toContain('Voir le 3 mai.')
})

test('nothing is undone late, by others, without the right any more, or after a change', async () => {
  const [facilitator, other] = [
    await aUser({ role: 'facilitator' }),
    await aUser({ role: 'facilitator' }),
  ]
  const [owner, moderator] = [await aMember(), await aMember()]
  const thread = await aThread({ author: await aMember() })
  const path = `/fr/moderation/items/${thread.id}/lock`
  const act = actOf(await post(facilitator, path))
  expect(await undo(other, act)).toBe(false)
  await post(other, `/fr/moderation/items/${thread.id}/unlock`)
  expect(await undo(facilitator, act)).toBe(false)

  const again = actOf(await post(facilitator, path))
  await db
    .updateTable('undo')
    .set({ expires_at: later(-1).toISOString() })
    .execute()
  expect(await undo(facilitator, again)).toBe(false)

  const space = await aSpace({ visibility: 'private' }, [owner, moderator])
  const role = { role: 'moderator' as const }
  await db.updateTable('space_member').set(role).where('user_id', '=', moderator.id).execute()
  const inside = await aThread({ author: owner, space })
  const hide = `/fr/moderation/items/${inside.id}/hide`
  const hidden = actOf(await post(moderator, hide, { reason: 'x' }))
  await post(owner, `/fr/spaces/${space.slug}/members/${moderator.handle}/remove`)
  expect(await undo(moderator, hidden)).toBe(false)
  expect((await itemRow(inside.id)).hidden_at).not.toBeNull()
})

test('the page after an act and the row of the log offer to undo it, to who did it alone', async () => {
  const [facilitator, other] = [
    await aUser({ role: 'facilitator' }),
    await aUser({ role: 'facilitator' }),
  ]
  const thread = await aThread({ author: await aMember() })
  const act = actOf(await post(facilitator, `/fr/moderation/items/${thread.id}/lock`))
  const button = `/fr/moderation/undo/${act}"`
  const cookie = `flash=moderation_lock~${act}`
  expect(await (await get(facilitator, '/fr/moderation', { cookie })).text()).toContain(button)
  expect(await (await get(facilitator, '/fr/moderation/log')).text()).toContain(button)
  expect(await (await get(other, '/fr/moderation/log')).text()).not.toContain(button)
})

test('the log can be added to and nothing else: no change, no removal, no replacement', () => {
  const { id } = sqlite.prepare('select id from audit limit 1').get() as { id: string }
  for (const statement of [
    `update audit set verb = 'x' where id = '${id}'`,
    `delete from audit where id = '${id}'`,
    `insert or replace into audit (id, verb, subject_kind, subject_id) values ('${id}', 'x', 'x', 'x')`,
  ]) {
    expect(() => sqlite.exec(statement), statement).toThrow('append-only')
  }
})
