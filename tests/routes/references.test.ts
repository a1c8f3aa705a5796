import { expect, test } from 'vitest'
import { indexName } from '#app/domain/search/names.server.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aMember, aPractice, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get } from '#tests/support/requests.ts'

async function named(who: Parameters<typeof get>[0], typed: string) {
  const answer = await get(who, `/fr/references?q=${encodeURIComponent(typed)}`)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  return (await answer.json()) as { kind: string; text: string; markdown: string }[]
}

test('a title names what everybody may read, by a link for every language', async () => {
  const insider = await aMember()
  const space = await aSpace({ visibility: 'private' }, [insider])
  const open = await aPractice({ title: 'Grenadiers [du] parc' })
  const challenge = await aChallenge({ title: 'Grenadiers à planter' })
  await aChallenge({ title: 'Grenadiers du jardin fermé', space })
  await aThread({ title: 'Grenadiers : une discussion' })
  const link = {
    text: 'Grenadiers [du] parc',
    markdown: `[Grenadiers \\[du\\] parc](/i/${open.id})`,
  }
  // What is typed next is read by others: not even who knows of the closed one is offered it.
  for (const member of [insider, await aMember()]) {
    expect(await named(member, '#grenad')).toMatchObject([
      { kind: 'challenge', markdown: `[Grenadiers à planter](/i/${challenge.id})` },
      { kind: 'practice', ...link },
    ])
  }
  expect(await named(null, '#grenad')).toEqual([])
})

test('any word of a name names people, to whom a member may see', async () => {
  const person = await aMember({ name: 'خديجة الزموري' })
  await indexName(db, { kind: 'person', ref: person.id, name: person.name })
  const [member, account] = [await aMember(), await aUser()]
  const mention = [{ kind: 'person', text: 'خديجة الزموري', markdown: `@${person.handle}` }]
  for (const typed of ['@خديجة', '@الزم']) expect(await named(member, typed)).toMatchObject(mention)
  expect(await named(account, '@خديجة')).toEqual([])
  expect(await named(null, '@خديجة')).toEqual([])
})

test('anything that is typed is answered', async () => {
  const member = await aMember()
  for (const typed of ['', '@', '#', '#"*', 'x', `#${'a'.repeat(5000)}`, '@\0', '#%']) {
    expect(await named(member, typed), typed).toEqual([])
  }
})
