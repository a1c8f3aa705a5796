import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import {
  announce,
  announceChange,
  announceEntry,
  tellOf,
} from '#app/domain/notifications/tellings.server.ts'
import { indexItem } from '#app/domain/search/index.server.ts'
import { TOLD_AT_ONCE, tellWaiting } from '#app/http/tellings.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import {
  aChallenge,
  aCollection,
  aCollectivity,
  aMember,
  aPost,
  aPractice,
  aSpace,
  aThread,
  aUser,
  collect,
} from '#tests/support/factories.ts'
import { post } from '#tests/support/requests.ts'

type Person = { id: string }

const untold = { untold: true } as const
const fields = { body: 'Bonjour', lang: 'fr' }

async function told(who: Person) {
  const rows = (table: 'notification' | 'mail') =>
    db.selectFrom(table).where('user_id', '=', who.id).select('item_id').execute()
  return { site: (await rows('notification')).length, mail: (await rows('mail')).length }
}

async function reply(member: Person, thread: { id: string }, more = {}) {
  const answer = await post(member, `/fr/threads/${thread.id}`, { ...fields, ...more }, untold)
  return /sent=(\w+)/.exec(answer.headers.get('location')!)![1]!
}

async function aFollowed(thread?: { id: string }) {
  const [follower, member] = [await aMember(), await aMember()]
  const followed = thread ?? (await aThread())
  await post(follower, `/fr/follows/${followed.id}`)
  return { follower, member, thread: followed }
}

test('those who follow are told after the answer, on the site and by mail, and once', async () => {
  const { follower, member, thread } = await aFollowed()
  await reply(member, thread, { body: `Bonjour, @${follower.handle}` })
  expect(await told(follower)).toEqual({ site: 0, mail: 0 })
  await Promise.all([tellWaiting(db), tellWaiting(db)])
  expect(await told(follower)).toEqual({ site: 1, mail: 1 })
  expect(await told(member)).toEqual({ site: 0, mail: 0 })
  await tellWaiting(db)
  expect(await told(follower)).toEqual({ site: 1, mail: 1 })
})

test('nobody is told who has stopped following meanwhile', async () => {
  const { follower, member, thread } = await aFollowed()
  await reply(member, thread)
  await post(follower, `/fr/follows/${thread.id}`, {}, untold)
  await tellWaiting(db)
  expect(await told(follower)).toEqual({ site: 0, mail: 0 })
})

test('nobody is told of a private space who has left it meanwhile', async () => {
  const [follower, stays, member] = [await aMember(), await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [member, follower, stays])
  const thread = await aThread({ space })
  for (const who of [follower, stays]) await post(who, `/fr/follows/${thread.id}`)
  await reply(member, thread)
  await db.deleteFrom('space_member').where('user_id', '=', follower.id).execute()
  await tellWaiting(db)
  expect(await told(follower)).toEqual({ site: 0, mail: 0 })
  expect(await told(stays)).toEqual({ site: 1, mail: 1 })
})

test('what was taken back or erased meanwhile is told to nobody', async () => {
  const { follower, member, thread } = await aFollowed()
  const id = await reply(member, thread)
  await post(member, `/fr/unsend/${id}`, {}, untold)
  const other = await aUser()
  const gone = await aPost(thread, { author: other })
  await tellOf(db, other, gone.id, { followed: [thread.id] })
  await db.deleteFrom('user').where('id', '=', other.id).execute()
  await tellWaiting(db)
  expect(await told(follower)).toEqual({ site: 0, mail: 0 })
})

test('one that fails waits, and keeps none of the others waiting', async () => {
  const [first, second] = [await aFollowed(), await aFollowed()]
  await reply(first.member, first.thread)
  await reply(second.member, second.thread)
  sqlite.exec(`create trigger broken before insert on mail when new.user_id = '${first.follower.id}'
    begin select raise(abort, 'broken'); end`)
  await expect(tellWaiting(db)).rejects.toThrow('some were not told')
  expect(await told(first.follower)).toEqual({ site: 0, mail: 0 })
  expect(await told(second.follower)).toEqual({ site: 1, mail: 1 })
  sqlite.exec('drop trigger broken')
  await tellWaiting(db, undefined, Date.now() + 1000)
  expect(await told(first.follower)).toEqual({ site: 1, mail: 1 })
})

test('one that fails again and again is tried ever more seldom, and keeps none waiting', async () => {
  const [failing, other] = [await aFollowed(), await aFollowed()]
  await reply(failing.member, failing.thread)
  sqlite.exec(`create trigger broken before insert on mail when new.user_id = '${failing.follower.id}'
    begin select raise(abort, 'broken'); end`)
  const started = Date.now()
  const tries: number[] = []
  const seconds = [...Array(130).keys(), 255, 511, 1023, 2047, 4095, 7694, 7695]
  for (const second of seconds) {
    if (second === 30) await reply(other.member, other.thread)
    await tellWaiting(db, undefined, started + second * 1000).catch(() => tries.push(second))
    if (second === 30) expect(await told(other.follower)).toEqual({ site: 1, mail: 1 })
  }
  expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 1023, 2047, 4095, 7695])
  sqlite.exec('drop trigger broken')
  await tellWaiting(db, undefined, started + (7695 + 3600) * 1000)
  expect(await told(failing.follower)).toEqual({ site: 1, mail: 1 })
})

test('when the program ends, what has not begun waits for its next start', async () => {
  const { follower, member, thread } = await aFollowed()
  await reply(member, thread)
  await tellWaiting(db, AbortSignal.abort())
  expect(await told(follower)).toEqual({ site: 0, mail: 0 })
  await tellWaiting(db)
  expect(await told(follower)).toEqual({ site: 1, mail: 1 })
})

// So many as two parts hold, and some more.
async function aCrowd(follow: (id: string) => Promise<unknown>) {
  const people = Array.from({ length: 2 * TOLD_AT_ONCE + 5 }, () => newId())
  const email_confirmed_at = new Date().toISOString()
  for (const id of people) {
    const email = `${id}@example.org`
    await db
      .insertInto('user')
      .values({ id, handle: `h${id.toLowerCase()}`, name: id, email, email_confirmed_at })
      .execute()
    await follow(id)
  }
  return people.toSorted()
}

async function toldOf(itemId: string) {
  const rows = (table: 'notification' | 'mail') =>
    db.selectFrom(table).where('item_id', '=', itemId).orderBy('user_id').select('user_id')
  const ids = async (table: 'notification' | 'mail') =>
    (await rows(table).execute()).map(({ user_id }) => user_id)
  return { site: await ids('notification'), mail: await ids('mail') }
}

test('many are told part by part, each of them once, though the program ends in between', async () => {
  const [thread, member] = [await aThread(), await aMember()]
  const crowd = await aCrowd((user_id) =>
    db.insertInto('follow').values({ user_id, item_id: thread.id }).execute(),
  )
  const last = await db
    .selectFrom('user')
    .where('id', '=', crowd.at(-1)!)
    .select('handle')
    .executeTakeFirstOrThrow()
  const id = await reply(member, thread, { body: `Bonjour, @${last.handle}` })
  // Whoever answers follows as well, and is not told.
  const followers = [...crowd, member.id].toSorted()
  const first = (some: number) => followers.slice(0, some).filter((one) => one !== member.id)
  for (const parts of [1, 2]) {
    const ending = new AbortController()
    const telling = tellWaiting(db, ending.signal)
    // It rests after each part, which leaves a turn to end it.
    while ((await toldOf(id)).site.length <= (parts - 1) * TOLD_AT_ONCE + 1) await setImmediate()
    ending.abort()
    await telling
    const site = [...first(parts * TOLD_AT_ONCE), crowd.at(-1)!]
    expect(await toldOf(id)).toEqual({ site, mail: site })
  }
  await tellWaiting(db)
  expect(await toldOf(id)).toEqual({ site: crowd, mail: crowd })
})

test('many who follow a topic are told part by part, each of them once, after a failure as well', async () => {
  const [member, space] = [await aMember(), await aSpace({ visibility: 'public' })]
  const crowd = await aCrowd((user_id) =>
    db.insertInto('topic_follow').values({ user_id, space_id: space.id }).execute(),
  )
  const thread = await aThread({ space })
  await announce(db, member, thread.id)
  sqlite.exec(`create trigger broken before insert on notification
    when new.user_id = '${crowd.at(TOLD_AT_ONCE + 3)}' begin select raise(abort, 'broken'); end`)
  await expect(tellWaiting(db)).rejects.toThrow('some were not told')
  expect((await toldOf(thread.id)).site).toEqual(crowd.slice(0, TOLD_AT_ONCE))
  sqlite.exec('drop trigger broken')
  await tellWaiting(db, undefined, Date.now() + 1000)
  expect(await toldOf(thread.id)).toEqual({ site: crowd, mail: [] })
})

test('who follows is told of a change after the answer, on the site alone, once until they look', async () => {
  const member = await aMember()
  const challenge = await aChallenge({ author: member })
  const { follower } = await aFollowed(challenge)
  const outsider = await aMember()
  const conclude = (outcome: string) =>
    post(member, `/fr/challenges/${challenge.id}/outcome`, { outcome }, untold)
  expect((await conclude('Un')).status).toBe(302)
  expect(await told(follower)).toEqual({ site: 0, mail: 0 })
  await conclude('Deux')
  for (let time = 0; time < 2; time++) await tellWaiting(db)
  expect(await told(follower)).toEqual({ site: 1, mail: 0 })
  await db.updateTable('notification').set({ read_at: 'now' }).execute()
  await conclude('Trois')
  await tellWaiting(db)
  expect(await told(follower)).toEqual({ site: 2, mail: 0 })
  for (const other of [member, outsider]) expect(await told(other)).toEqual({ site: 0, mail: 0 })
})

test('many who follow what was changed are told part by part, each once, after a failure as well', async () => {
  const [member, practice] = [await aMember(), await aPractice()]
  const crowd = await aCrowd((user_id) =>
    db.insertInto('follow').values({ user_id, item_id: practice.id }).execute(),
  )
  await announceChange(db, member, practice.id)
  sqlite.exec(`create trigger broken before insert on notification
    when new.user_id = '${crowd.at(TOLD_AT_ONCE + 3)}' begin select raise(abort, 'broken'); end`)
  await expect(tellWaiting(db)).rejects.toThrow('some were not told')
  expect((await toldOf(practice.id)).site).toEqual(crowd.slice(0, TOLD_AT_ONCE))
  sqlite.exec('drop trigger broken')
  await announceChange(db, member, practice.id)
  await tellWaiting(db, undefined, Date.now() + 1000)
  expect(await toldOf(practice.id)).toEqual({ site: crowd, mail: [] })
})

test('a change is told to nobody who has left the space meanwhile, nor when it was hidden', async () => {
  const [leaves, stays, member] = [await aMember(), await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [member, leaves, stays])
  const [practice, hidden] = [await aPractice({ space }), await aPractice({ space })]
  for (const who of [leaves, stays]) {
    for (const { id } of [practice, hidden]) await post(who, `/fr/follows/${id}`)
  }
  for (const { id } of [practice, hidden]) await announceChange(db, member, id)
  await db.deleteFrom('space_member').where('user_id', '=', leaves.id).execute()
  const hide = db.updateTable('item').set({ hidden_at: new Date().toISOString() })
  await hide.where('id', '=', hidden.id).execute()
  await indexItem(db, hidden.id)
  await tellWaiting(db)
  expect(await told(leaves)).toEqual({ site: 0, mail: 0 })
  expect(await toldOf(practice.id)).toEqual({ site: [stays.id], mail: [] })
  expect(await toldOf(hidden.id)).toEqual({ site: [], mail: [] })
})

test('who follows a collection is told of it when they may read what came, and it is still there', async () => {
  const [inside, follower, member] = [await aMember(), await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [member, inside])
  const [closed, open] = [await aPractice({ space }), await aPractice()]
  const collection = await aCollection({ author: member })
  for (const who of [inside, follower]) await post(who, `/fr/follows/${collection.id}`)
  await announceEntry(db, member, collection.id, open.id)
  await tellWaiting(db)
  expect(await toldOf(collection.id)).toEqual({ site: [], mail: [] })
  await collect(collection.id, [closed, open])
  await announceEntry(db, member, collection.id, closed.id)
  await tellWaiting(db)
  expect(await toldOf(collection.id)).toEqual({ site: [inside.id], mail: [] })
  await announceEntry(db, member, collection.id, open.id)
  await tellWaiting(db)
  expect((await toldOf(collection.id)).site).toEqual([inside.id, follower.id].toSorted())
})

test('a collection that was closed meanwhile tells nobody outside of what came to it', async () => {
  const [follower, member] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [member])
  const [collection, practice] = [await aCollection({ author: member }), await aPractice()]
  await post(follower, `/fr/follows/${collection.id}`)
  await collect(collection.id, [practice])
  await announceEntry(db, member, collection.id, practice.id)
  const close = db.updateTable('item').set({ space_id: space.id })
  await close.where('id', '=', collection.id).execute()
  await indexItem(db, collection.id)
  await tellWaiting(db)
  expect(await told(follower)).toEqual({ site: 0, mail: 0 })
})

test('many who follow a practice are told of a step part by part, and not once it was withdrawn', async () => {
  const author = await aMember()
  const { code } = await aCollectivity({ code: '16.001.01.09', name_fr: 'Après', slug: 'apres' })
  const [adopter, practice] = [await aMember({ seat: code }), await aPractice({ author })]
  const crowd = await aCrowd((user_id) =>
    db.insertInto('follow').values({ user_id, item_id: practice.id }).execute(),
  )
  const step = { happened_on: '2026-03-01', lang: 'fr', status: 'planned', body: 'En mars.' }
  const adopt = async () => {
    const answer = await post(adopter, `/fr/practices/${practice.id}/adopt`, step, untold)
    return /(?:step-|#)(\w{12})/.exec(answer.headers.get('location')!)![1]!
  }
  const first = await adopt()
  expect(await toldOf(first)).toEqual({ site: [], mail: [] })
  await tellWaiting(db)
  const all = [...crowd, author.id].toSorted()
  expect(await toldOf(first)).toEqual({ site: all, mail: all })
  const second = await adopt()
  await post(adopter, `/fr/steps/${second}/withdraw`, {}, untold)
  await tellWaiting(db)
  expect(await toldOf(second)).toEqual({ site: [], mail: [] })
})
