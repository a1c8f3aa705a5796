import { beforeAll, expect, test } from 'vitest'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { approve } from '#app/http/practice-review.server.ts'
import { tellWaiting } from '#app/http/tellings.server.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import {
  aChallenge,
  aCollectivity,
  aMember,
  aPost,
  aPractice,
  aSpace,
  aThread,
  aUser,
  fileUnder,
} from '#tests/support/factories.ts'
import { aCompletePractice, idAfter, revisionOf } from '#tests/support/practices.ts'
import { get, post } from '#tests/support/requests.ts'

beforeAll(() => loadPrinciples(db))

type Person = { id: string }

async function aTag(name: string) {
  const id = newId()
  await db.insertInto('tag').values({ id, slug: name }).execute()
  const label = { tag_id: id, label: name, folded: name, preferred: 1 } as const
  for (const lang of ['ar', 'fr', 'en'] as const) {
    await db
      .insertInto('tag_label')
      .values({ ...label, lang })
      .execute()
  }
  return { id, slug: name }
}

const text = async (who: Person | null, path: string) => (await get(who, path)).text()

async function told(who: Person) {
  return db
    .selectFrom('notification')
    .where('user_id', '=', who.id)
    .orderBy('id')
    .select(['kind', 'item_id'])
    .execute()
}

const fields = { title: 'Nouveau', body: 'Texte', form: 'discussion', lang: 'fr' }

test('whoever follows a tag is told of what is published under it, once and without a mail', async () => {
  const [follower, outsider, member] = [await aUser(), await aUser(), await aMember()]
  const tag = await aTag('assainissement')
  expect((await post(null, `/fr/tags/${tag.slug}/follow`)).headers.get('location')).toMatch(/login/)
  await post(follower, `/fr/tags/${tag.slug}/follow`)
  expect(await text(follower, `/fr/tags/${tag.slug}`)).toContain('Ne plus suivre')
  expect(await text(null, `/fr/tags/${tag.slug}`)).not.toContain('Suivre')

  const practice = await aCompletePractice({ title: 'Compteurs', tags: 'assainissement' })
  const id = await idAfter(await post(member, '/fr/practices/new', practice))
  expect(await told(follower)).toEqual([])
  const facilitator = await aUser({ role: 'facilitator' })
  await approve(facilitator, id)
  await tellWaiting(db)
  expect(await told(follower)).toEqual([{ kind: 'topic', item_id: id }])
  expect(await told(outsider)).toEqual([])
  const mails = await db.selectFrom('mail').where('user_id', '=', follower.id).selectAll().execute()
  expect(mails).toEqual([])
  expect(await text(follower, '/fr/notifications')).toContain('Compteurs')

  await post(follower, `/fr/tags/${tag.slug}/follow`)
  expect(await text(follower, `/fr/tags/${tag.slug}`)).not.toContain('Ne plus suivre')
})

test('a collectivity is followed by what it publishes, from whichever seat', async () => {
  const follower = await aUser()
  const { code } = await aCollectivity({ code: '16.001.01.07', name_fr: 'Suivie', slug: 'suivie' })
  const member = await aMember({ seat: code })
  await post(follower, `/fr/collectivities/${code}/follow`)
  expect(await text(follower, `/fr/collectivities/${code}/suivie`)).toContain('Ne plus suivre')
  const answer = await post(member, '/fr/threads/new', { ...fields, title: 'De la commune' })
  const id = answer.headers.get('location')!.split('/')[3]!
  expect(await told(follower)).toEqual([{ kind: 'topic', item_id: id }])
  await post(await aMember(), '/fr/threads/new', { ...fields, title: 'D’ailleurs' })
  expect(await told(follower)).toHaveLength(1)
})

test('a closed space is followed by its members alone, and by none who has left', async () => {
  const [owner, member, outsider] = [await aMember(), await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, member])
  expect((await post(outsider, `/fr/spaces/${space.slug}/follow`)).status).toBe(404)
  await post(member, `/fr/spaces/${space.slug}/follow`)
  expect(await text(member, '/fr/follows')).toContain(space.name)
  await post(owner, `/fr/threads/new?space=${space.slug}`, { ...fields, space: space.slug })
  expect(await told(member)).toMatchObject([{ kind: 'topic' }])

  await post(member, `/fr/spaces/${space.slug}/leave`)
  expect(await text(member, '/fr/follows')).not.toContain(space.name)
  expect(await text(member, '/fr/notifications')).not.toContain('Nouveau')
  await post(owner, `/fr/threads/new?space=${space.slug}`, { ...fields, space: space.slug })
  expect(await told(member)).toHaveLength(1)
})

test('a tag tells its followers nothing of what they may not read', async () => {
  const [owner, follower] = [await aMember(), await aMember()]
  const tag = await aTag('dechets')
  await post(follower, `/fr/tags/${tag.slug}/follow`)
  const space = await aSpace({ visibility: 'private' }, [owner])
  const practice = await aCompletePractice({ title: 'Fermée', tags: 'dechets', space: space.slug })
  await idAfter(await post(owner, `/fr/practices/new?space=${space.slug}`, practice))
  expect(await told(follower)).toEqual([])
})

test('whoever follows a challenge and its tag is told of a new thread once', async () => {
  const [follower, member] = [await aMember(), await aMember()]
  const challenge = await aChallenge()
  const { code } = await aCollectivity()
  await post(follower, `/fr/follows/${challenge.id}`)
  await post(follower, `/fr/collectivities/${code}/follow`)
  await post(member, `/fr/threads/new?challenge=${challenge.id}`, fields)
  expect(await told(follower)).toMatchObject([{ kind: 'reply' }])
})

test('a practice is followed: its changes are told once until they were looked at', async () => {
  const [author, follower] = [await aUser({ role: 'facilitator', seat: true }), await aUser()]
  const whole = await aCompletePractice({ title: 'Suivie' })
  const id = await idAfter(await post(author, '/fr/practices/new', whole))
  await post(follower, `/fr/follows/${id}`)
  const edit = async (lessons: string) => {
    const revision = await revisionOf(id)
    await post(author, `/fr/practices/${id}/edit`, { ...whole, lessons, revision })
  }
  await edit('Un')
  await edit('Deux')
  expect(await told(follower)).toEqual([{ kind: 'changed', item_id: id }])
  await post(follower, '/fr/notifications')
  await edit('Trois')
  expect(await told(follower)).toHaveLength(2)
  expect(await told(author)).toEqual([])
})

test('authors and followers of a practice hear what others made of it, authors by mail as well', async () => {
  const [author, follower, outsider] = [await aMember(), await aUser(), await aUser()]
  const { code } = await aCollectivity({ code: '16.001.01.08', name_fr: 'Autre', slug: 'autre' })
  const adopter = await aMember({ seat: code })
  const practice = await aPractice({ author, title: 'Conseil ouvert' })
  await post(follower, `/fr/follows/${practice.id}`)
  const step = { happened_on: '2026-03-01', lang: 'fr', status: 'planned', body: 'En mars.' }
  await post(adopter, `/fr/practices/${practice.id}/adopt`, step)
  expect(await told(author)).toMatchObject([{ kind: 'adopted' }])
  expect(await told(follower)).toMatchObject([{ kind: 'adopted' }])
  for (const other of [outsider, adopter]) expect(await told(other)).toEqual([])
  const mail = await db
    .selectFrom('mail')
    .where('user_id', '=', author.id)
    .select(['subject', 'body'])
    .executeTakeFirstOrThrow()
  expect(mail.subject).toContain('Conseil ouvert')
  expect(mail.body).toContain(`/practices/${practice.id}/adoptions`)
  expect(await text(author, '/fr/notifications')).toContain('Conseil ouvert')
})

test('the list of what one follows is one’s own, goes on page after page and lets one stop', async () => {
  const [follower, other] = [await aUser(), await aUser()]
  expect(await text(follower, '/fr/follows')).toContain('Vous ne suivez rien')
  for (let n = 0; n < 21; n++) {
    const thread = await aThread({ title: `Suivi ${n}.` })
    await post(follower, `/fr/follows/${thread.id}`)
  }
  const first = await text(follower, '/fr/follows')
  expect(first).toContain('Suivi 20.')
  expect(first).not.toContain('Suivi 0.')
  const next = /href="\/fr(\/follows\?after=[^"]+)"/.exec(first)![1]!.replaceAll('&amp;', '&')
  expect(await text(follower, `/fr${next}`)).toContain('Suivi 0.')
  expect(await text(other, '/fr/follows')).not.toContain('Suivi')
  const newest = /action="(\/fr\/follows\/\w+)"/.exec(first)![1]!
  const back = await post(follower, newest, { list: '1' })
  expect(back.headers.get('location')).toBe('/fr/follows')
  expect(await text(follower, '/fr/follows')).not.toContain('Suivi 20.')
})

test('a reply is not followed by itself, nor what does not exist', async () => {
  const person = await aUser()
  const reply = await aPost(await aThread())
  for (const id of [reply.id, 'absent']) {
    expect((await post(person, `/fr/follows/${id}`)).status).toBe(404)
  }
  expect((await post(person, '/fr/tags/absent/follow')).status).toBe(404)
  expect((await post(person, '/fr/collectivities/99/follow')).status).toBe(404)
})

test('a merged tag keeps its followers', async () => {
  const [facilitator, follower, both] = [
    await aUser({ role: 'facilitator' }),
    await aUser(),
    await aUser(),
  ]
  const [from, into] = [await aTag('ordures'), await aTag('collecte')]
  await fileUnder(from, [await aThread()])
  for (const person of [follower, both]) await post(person, `/fr/tags/${from.slug}/follow`)
  await post(both, `/fr/tags/${into.slug}/follow`)
  const merge = { into: into.slug, confirmed: into.slug }
  await post(facilitator, `/fr/tags/${from.slug}/merge`, merge)
  for (const person of [follower, both]) {
    expect(await text(person, `/fr/tags/${into.slug}`)).toContain('Ne plus suivre')
  }
})
