import { expect, test } from 'vitest'
import { addDocument } from '#app/domain/documents/documents.server.ts'
import { inspectFile } from '#app/domain/files/inspect.server.ts'
import { READERS_NAMED } from '#app/domain/spaces/spaces.limits.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aMember, aPractice, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get } from '#tests/support/requests.ts'

const WHO = /Qui sont ces personnes[^]*?Commune Exemple[^]*?Samira/g

test('every private page, and every composer in it, names those who can read it', async () => {
  const [owner, member] = [await aMember({ name: 'Salma' }), await aMember({ name: 'Samira' })]
  const space = await aSpace({ visibility: 'private' }, [owner, member])
  const inside = { author: owner, space }
  const thread = await aThread(inside)
  const practice = await aPractice(inside)
  const challenge = await aChallenge(inside)
  const inspected = await inspectFile(new TextEncoder().encode('a,b'), 'a.csv')
  if (!inspected.ok) throw new Error(inspected.reason)
  const given = { title: 'Titre', lang: 'fr' as const, file: inspected, name: 'a.csv' }
  const document = await addDocument(db, owner, space, given)
  for (const [path, times] of [
    [`/spaces/${space.slug}`, 1],
    [`/spaces/${space.slug}/documents`, 2],
    [`/documents/${document}`, 1],
    // The page and the composer under it.
    [`/threads/${thread.id}/a-title`, 2],
    [`/threads/${thread.id}/edit`, 1],
    [`/threads/new?space=${space.slug}`, 1],
    [`/challenges/${challenge.id}/a-title`, 1],
    [`/challenges/${challenge.id}/edit`, 1],
    [`/challenges/new?space=${space.slug}`, 1],
    [`/practices/${practice.id}/a-title`, 1],
    [`/practices/${practice.id}/edit`, 1],
    [`/practices/new?space=${space.slug}`, 1],
  ] as const) {
    const page = await (await get(owner, `/fr${path}`)).text()
    expect(page.match(WHO)?.length, path).toBe(times)
  }
})

test('a draft names its authors, and what all may read names nobody', async () => {
  const author = await aMember({ name: 'Salma' })
  const draft = await aPractice({ author, state: 'draft' })
  const page = await (await get(author, `/fr/practices/${draft.id}/edit`)).text()
  expect(page).toMatch(/Qui sont ces personnes[^]*Salma/)
  const open = await aThread({ author })
  expect(await (await get(author, `/fr/threads/${open.id}/a-title`)).text()).not.toContain(
    'Qui sont ces personnes',
  )
})

test('of a large space the first are named, and the list of all is one step away', async () => {
  const people = [await aMember({ name: 'Salma' })]
  for (let index = 0; index < READERS_NAMED; index++) people.push(await aUser())
  const space = await aSpace({ visibility: 'private' }, people)
  const thread = await aThread({ author: people[0], space })
  const page = await (await get(people[0]!, `/fr/threads/${thread.id}/edit`)).text()
  expect(page.match(/class="readers"[^]*?Tous les membres/)?.[0].match(/\/people\//g)).toHaveLength(
    READERS_NAMED,
  )
  expect(page).toContain(`/fr/spaces/${space.slug}/members`)
})
