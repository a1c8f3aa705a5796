import { expect, test } from 'vitest'
import { tellOf } from '#app/domain/notifications/tellings.server.ts'
import { tellWaiting } from '#app/http/tell.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { aMember, aPost, aSpace, aThread, aUser } from '#tests/support/factories.ts'
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
  await tellWaiting(db)
  expect(await told(first.follower)).toEqual({ site: 1, mail: 1 })
})

test('when the program ends, what has not begun waits for its next start', async () => {
  const { follower, member, thread } = await aFollowed()
  await reply(member, thread)
  await tellWaiting(db, AbortSignal.abort())
  expect(await told(follower)).toEqual({ site: 0, mail: 0 })
  await tellWaiting(db)
  expect(await told(follower)).toEqual({ site: 1, mail: 1 })
})
