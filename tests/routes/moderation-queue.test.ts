import { expect, test } from 'vitest'
import { ANSWERS } from '#app/domain/moderation/answers.ts'
import { ADDED_MAX, QUEUE_SIZE } from '#app/domain/moderation/moderation.limits.ts'
import { REASON_MAX } from '#app/domain/items/items.limits.ts'
import { db } from '#db/client.server.ts'
import ar from '#locales/ar.json'
import en from '#locales/en.json'
import fr from '#locales/fr.json'
import { aMember, aPractice, aSpace, aThread, aUser, changeItem } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const aFacilitator = () => aUser({ role: 'facilitator' })

test('requests to join wait for the space’s own people, and in open spaces for facilitators', async () => {
  const [owner, asker, facilitator] = [await aMember(), await aMember(), await aFacilitator()]
  const open = await aSpace({ visibility: 'network', name: 'Open to the network' }, [owner])
  const shut = await aSpace({ visibility: 'private', name: 'Behind the door' }, [owner])
  for (const { id } of [open, shut]) {
    const request = { space_id: id, user_id: asker.id, note: `For ${id}` }
    await db.insertInto('space_request').values(request).execute()
  }
  const queue = async (who: { id: string }) => (await get(who, '/fr/moderation?kind=joins')).text()
  const seen = await queue(facilitator)
  expect(seen).toContain(`For ${open.id}`)
  expect(seen).not.toMatch(/Behind the door/)
  expect(seen).not.toContain(`For ${shut.id}`)
  expect(await queue(owner)).toContain(`For ${shut.id}`)

  const request = (space: { slug: string }) => `/fr/spaces/${space.slug}/requests/${asker.handle}`
  expect((await post(facilitator, `${request(shut)}/admit`)).status).toBe(404)
  const to = '/fr/moderation?kind=joins'
  const answer = await post(facilitator, `${request(open)}/refuse`, { answer: 'others', to })
  expect(answer.headers.get('location')).toBe(to)
  const mail = await db
    .selectFrom('mail')
    .where('user_id', '=', asker.id)
    .select('body')
    .executeTakeFirstOrThrow()
  expect(mail.body).toContain(ar.moderation.answers.refuse_join.others)
})

test('nobody lets themselves into a space that they see as a facilitator', async () => {
  const [owner, facilitator] = [await aMember(), await aFacilitator()]
  const space = await aSpace({ visibility: 'network' }, [owner])
  await post(facilitator, `/fr/spaces/${space.slug}/join`, { note: 'Me' })
  const admit = `/fr/spaces/${space.slug}/requests/${facilitator.handle}/admit`
  expect((await post(facilitator, admit)).status).toBe(403)
})

test('what has waited longest comes first, page by page, each entry once', async () => {
  const [owner, author] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, author])
  const titles = Array.from({ length: QUEUE_SIZE + 3 }, (_, index) => `Waits-${100 + index}`)
  for (const [index, title] of titles.entries()) {
    const { id } = await aThread({ author, space, state: 'held', title })
    // Three at the same moment, about where the page ends.
    const at = Date.UTC(2026, 0, index >= 18 && index <= 20 ? 19 : index + 1)
    await changeItem(id, { created_at: new Date(at).toISOString() })
  }
  const seen: string[] = []
  let path: string | null = `/fr/moderation?space=${space.slug}`
  while (path) {
    const html: string = await (await get(owner, path)).text()
    const main = /<ul class="list queue[^]*?<\/main>/.exec(html)?.[0] ?? ''
    seen.push(...new Set([...main.matchAll(/>(Waits-\d+)</g)].map(([, title]) => title!)))
    const next: string | undefined = /href="([^"]*after=[^"]*)"/.exec(main)?.[1]
    path = next?.replaceAll('&amp;', '&') ?? null
  }
  expect(seen).toHaveLength(titles.length)
  expect(seen.toSorted()).toEqual(titles)
  expect(seen.slice(0, 18)).toEqual(titles.slice(0, 18))
})

test('an entry tells what was done before about the text and the person, where one may know', async () => {
  const [facilitator, owner, author] = [await aFacilitator(), await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, author])
  const inside = await aThread({ author, space })
  const outside = await aThread({ author, title: 'Once hidden' })
  await post(owner, `/fr/moderation/items/${inside.id}/hide`, { reason: 'x' })
  for (const verb of ['hide', 'restore', 'hide', 'restore']) {
    const fields: Record<string, string> = verb === 'hide' ? { reason: 'x' } : {}
    await post(facilitator, `/fr/moderation/items/${outside.id}/${verb}`, fields)
  }
  await post(owner, `/fr/reports/new?item=${outside.id}`, { reason: 'spam' })
  await aPractice({ author, state: 'submitted', title: 'To be looked at' })
  const read = async (who: { id: string }, path: string) =>
    (await (await get(who, path)).text()).replaceAll('<!-- -->', '')
  const entries = (await read(facilitator, '/fr/moderation')).split('queue-title')
  const reported = entries.find((entry) => entry.includes('Once hidden'))!
  expect(reported).toContain('Déjà à ce sujet : Contenu masqué (× 2), Contenu rétabli (× 2)')
  const submitted = entries.find((entry) => entry.includes('To be looked at'))!
  expect(submitted).toContain('Déjà pour cette personne : Contenu masqué (× 2)')
  expect(submitted).toContain(`/moderation/log?about=%40${author.handle}`)
  // The moderator of a space learns what was done there, and nothing of elsewhere.
  await aThread({ author, space, state: 'held', title: 'Held inside' })
  const own = await read(owner, `/fr/moderation?space=${space.slug}`)
  expect(own).toContain('Déjà pour cette personne : Contenu masqué<')
  expect(own).not.toContain('Contenu rétabli')
})

test('a ready answer is enough of a reason, and is read in the language of whoever is told', async () => {
  const [facilitator, author] = [await aFacilitator(), await aMember({ lang: 'en' })]
  const thread = await aThread({ author })
  const path = `/ar/moderation/items/${thread.id}/hide`
  const refused = await post(facilitator, path, { answer: 'no_such_answer', reason: 'kept' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('kept')
  const long = { answer: 'offensive', reason: 'x'.repeat(ADDED_MAX + 1) }
  expect((await post(facilitator, path, long)).status).toBe(422)

  await post(facilitator, path, { answer: 'offensive', reason: 'السطر الثاني' })
  const { hidden_reason } = await db
    .selectFrom('item')
    .where('id', '=', thread.id)
    .select('hidden_reason')
    .executeTakeFirstOrThrow()
  expect(hidden_reason).toBe(`${en.moderation.answers.hide.offensive}\n\nالسطر الثاني`)
  const mail = await db
    .selectFrom('mail')
    .where('user_id', '=', author.id)
    .select('body')
    .executeTakeFirstOrThrow()
  expect(mail.body).toContain(hidden_reason)
})

test('every ready answer has its words, short enough to be kept with what is added', () => {
  const long = [ar, fr, en].flatMap(({ moderation: { answers } }) =>
    Object.entries(ANSWERS).flatMap(([verb, names]) =>
      names
        .map((name) => (answers as Record<string, Record<string, string>>)[verb]?.[name])
        .filter((text) => text === undefined || text.length > REASON_MAX - 2 - ADDED_MAX),
    ),
  )
  expect(long).toEqual([])
})
