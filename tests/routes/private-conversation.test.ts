import { beforeAll, expect, test } from 'vitest'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import {
  aChallenge,
  aMember,
  aPost,
  aPractice,
  aSpace,
  aThread,
  aUser,
} from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

type Made = { id: string; space_id: string | null; title: string }
let inside: { owner: SignedIn; member: SignedIn }
let outside: (SignedIn | null)[]
let space: Awaited<ReturnType<typeof aSpace>>
let challenge: Made, thread: Made, reply: Made, practice: Made

beforeAll(async () => {
  inside = { owner: await aMember(), member: await aMember() }
  const [outsider, former, admin] = [
    await aMember(),
    await aMember(),
    await aUser({ role: 'admin' }),
  ]
  outside = [null, outsider, former, admin]
  space = await aSpace({ visibility: 'private', name: 'Le cercle' }, [
    inside.owner,
    inside.member,
    former,
  ])
  challenge = await aChallenge({ space, author: inside.owner, title: 'Defi ferme' })
  thread = await aThread({
    space,
    author: inside.owner,
    title: 'Fil ferme',
    challenge: challenge.id,
  })
  reply = await aPost(thread, { author: inside.owner, body: 'Mots fermes' })
  practice = await aPractice({ title: 'Pratique ouverte', challenges: [challenge.id] })
  await post(former, `/fr/follows/${thread.id}`)
  await post(former, `/fr/follows/${challenge.id}`)
  await db.deleteFrom('space_member').where('user_id', '=', former.id).execute()
})

const pages = () =>
  [
    [`/fr/challenges/ID/defi-ferme`, challenge.id],
    [`/fr/challenges/ID`, challenge.id],
    [`/fr/challenges/ID/edit`, challenge.id],
    [`/fr/challenges/ID/history`, challenge.id],
    [`/fr/challenges/ID/links`, challenge.id],
    [`/fr/challenges/ID/unlink`, challenge.id],
    [`/fr/challenges/ID/faces`, challenge.id],
    [`/fr/challenges/ID/progress`, challenge.id],
    [`/fr/challenges/ID/outcome`, challenge.id],
    [`/fr/follows/ID`, challenge.id],
    [`/fr/threads/new?challenge=ID`, challenge.id],
    [`/fr/threads/new?space=ID`, space.slug],
    [`/fr/challenges/new?space=ID`, space.slug],
    [`/fr/threads/ID/fil-ferme`, thread.id],
    [`/fr/threads/ID`, thread.id],
    [`/fr/threads/ID/edit`, thread.id],
    [`/fr/threads/ID/history`, thread.id],
    [`/fr/threads/ID/answer`, thread.id],
    [`/fr/follows/ID`, thread.id],
    [`/fr/threads/ID/posts/${reply.id}`, thread.id],
    [`/fr/posts/ID/edit`, reply.id],
    [`/fr/posts/ID/history`, reply.id],
    [`/fr/posts/ID/withdraw`, reply.id],
    [`/fr/posts/ID/reactions`, reply.id],
    [`/fr/bookmarks/ID`, thread.id],
  ] as [string, string][]

const everything = {
  ...{ body: 'Mots', title: 'Titre', lang: 'fr', form: 'question', principles: 'transparence' },
  ...{ meaning: 'thanks', outcome: 'Fin', progress: 'working', seat: '', post: '', address: 'x' },
}

test('for those outside, every page of a private conversation is the same as an absent one', async () => {
  for (const person of outside) {
    for (const [path, id] of pages()) {
      const hidden = await plain(await get(person, path.replace('ID', id)), id)
      const absentId = path.includes('space=') ? 'space-000000000000' : '000000000000'
      const absent = await plain(await get(person, path.replace('ID', absentId)), absentId)
      expect(hidden, `${path} as ${person?.role}`).toEqual(absent)
      if (person) expect(hidden.status, path).toBe(404)
      else expect([404, 302], path).toContain(hidden.status)
    }
  }
}, 60_000)

test('for those outside, nothing can be done in it, and the answer is that of an absent one', async () => {
  const before = await counts()
  for (const person of outside) {
    for (const [path, id] of pages()) {
      const hidden = await plain(await post(person, path.replace('ID', id), everything), id)
      const absentId = path.includes('space=') ? 'space-000000000000' : '000000000000'
      const absent = await plain(
        await post(person, path.replace('ID', absentId), everything),
        absentId,
      )
      expect(hidden, `${path} as ${person?.role}`).toEqual(absent)
      expect([404, 302, 405], path).toContain(hidden.status)
    }
    await db.deleteFrom('try').execute()
  }
  expect(await counts()).toEqual(before)
}, 60_000)

test('nobody outside is told of what is written in it, in the forum or by mail', async () => {
  const handles = outside.flatMap((person) => (person ? [`@${person.handle}`] : []))
  const path = `/fr/threads/${thread.id}/fil-ferme`
  const body = `Bonjour ${handles.join(' ')} @${inside.owner.handle}`
  const answer = await post(inside.member, path, { body, lang: 'fr' })
  await post(inside.member, `/fr/threads/new?challenge=${challenge.id}`, { ...everything, body })

  const told = await db.selectFrom('notification').select('user_id').execute()
  expect(new Set(told.map((one) => one.user_id))).toEqual(new Set([inside.owner.id]))
  const mailed = await db.selectFrom('mail').select('user_id').execute()
  expect(new Set(mailed.map((one) => one.user_id))).toEqual(new Set([inside.owner.id]))
  const page = await (await get(inside.member, answer.headers.get('location')!)).text()
  for (const handle of handles) expect(page).toMatch(new RegExp(`notice-warning.*${handle}`, 's'))
  expect(page).toContain('Lisible uniquement par les 2 membres de cet espace.')
})

test('a member who has left is told no more of what they followed, nor sees what they were told', async () => {
  const former = outside[2]!
  await db
    .insertInto('notification')
    .values({ id: newId(), user_id: former.id, kind: 'reply', item_id: reply.id })
    .execute()
  const page = await (await get(former, '/fr/notifications')).text()
  expect(page).not.toContain('Fil ferme')
  expect(page).toContain('Aucune notification')
})

test('a thread under a challenge of a space stands in that space, wherever one asks for it', async () => {
  const mine = await aSpace({ visibility: 'public' }, [inside.member])
  const path = `/fr/threads/new?challenge=${challenge.id}&space=${mine.slug}`
  await post(inside.member, path, { ...everything, title: 'Au bon endroit' })
  const made = await db
    .selectFrom('item')
    .innerJoin('item_text', 'item_text.item_id', 'item.id')
    .where('title', '=', 'Au bon endroit')
    .select('space_id')
    .executeTakeFirstOrThrow()
  expect(made.space_id).toBe(space.id)
})

test('an open page shows nothing of a closed conversation that it is linked to', async () => {
  const open = await aChallenge({ title: 'Defi ouvert' })
  await aThread({ title: 'Sous le ferme', space, challenge: open.id })
  const inPage = async (person: SignedIn | null) =>
    (await get(person, `/fr/challenges/${open.id}/defi-ouvert`)).text()
  expect(await inPage(inside.member)).toContain('Sous le ferme')
  for (const person of outside) expect(await inPage(person)).not.toContain('Sous le ferme')
  expect(practice.id).toHaveLength(12)
})

// What an answer shows of itself, without what differs between any two: the address and the nonce.
async function plain(answer: Response, id: string) {
  const html = (await answer.text())
    .replaceAll(id, 'ID')
    .replace(/nonce[^>]{0,9}[\w+/=]{20,}/g, 'nonce')
  const location = answer.headers.get('location')?.replaceAll(id, 'ID')
  return { status: answer.status, location, html: html.replace(/"[\w+/]{22}=="/g, '""') }
}

async function counts() {
  const tables = [
    'item',
    'reaction',
    'follow',
    'bookmark',
    'challenge_face',
    'challenge_link',
    'revision',
    'notification',
    'mail',
    'draft',
  ] as const
  const rows = await Promise.all(
    tables.map((table) =>
      db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    ),
  )
  return rows.map(({ n }) => n)
}
