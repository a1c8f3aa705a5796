import { expect, test } from 'vitest'
import { saveDraft } from '#app/domain/drafts/drafts.server.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aCollection,
  aMember,
  anEvent,
  aPost,
  aPractice,
  aSpace,
  aThread,
  changeItem,
} from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

type Who = { id: string }

const pageOf = async (who: Who, lang = 'fr') => (await get(who, `/${lang}/drafts`)).text()
const keep = (who: Who, key: string, fields: Record<string, string>) =>
  saveDraft(db, who.id, key, Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, [v]])))
// The page as what is read in it and where its links lead, without the marks around what is in the other script.
const said = (html: string) =>
  html
    .split('<main')[1]!
    .split('</main>')[0]!
    .replace(/<!-- -->|[\u2068\u2069]/g, '')

test('a question that waits for the facilitators is in its author’s list, and in no other', async () => {
  // Whoever may look at it first has it in a queue, not among what is theirs.
  const [author, other] = [await aMember(), await aMember({ role: 'facilitator' })]
  const thread = await aThread({ author, state: 'held', title: 'Une question qui attend' })
  await aThread({ author, title: 'Une question publiée' })
  const html = said(await pageOf(author))
  expect(html).toContain('Une question qui attend')
  expect(html).toContain(`href="/fr/threads/${thread.id}/une-question-qui-attend"`)
  expect(html).toContain('En attente de vérification')
  expect(html).not.toContain('Une question publiée')
  expect(html).not.toContain('Aucun brouillon')
  expect(await pageOf(other)).not.toContain('Une question qui attend')

  // Hidden since, it waits for nobody.
  await changeItem(thread.id, { hidden_at: new Date().toISOString() })
  expect(await pageOf(author)).not.toContain('Une question qui attend')
})

test('each text that was begun leads to the form that gives it back, where it begins the same', async () => {
  const author = await aMember({ role: 'facilitator' })
  const space = await aSpace({ visibility: 'private', name: 'Espace clos' }, [author])
  const given = { author, title: 'Le titre' }
  const [thread, challenge, practice] = [await aThread(given), await aChallenge(given), await aPractice(given)] // prettier-ignore
  const [collection, event] = [await aCollection(given), await anEvent(given)]
  const reply = await aPost(thread, { author })
  const [at, about] = [`/fr/threads/new`, 'Nouvelle discussion à propos de «\u00a0Le titre\u00a0»']
  const edit = 'Modification de «\u00a0Le titre\u00a0»'
  const kept: [string, string, string][] = [
    [
      `reply:${thread.id}`,
      `/fr/threads/${thread.id}/le-titre#reply`,
      'Réponse dans «\u00a0Le titre\u00a0»',
    ],
    ['thread:-:-', at, 'Nouvelle discussion'],
    [`thread:-:${space.id}`, `${at}?space=${space.slug}`, 'Nouvelle discussion'],
    [`thread:${challenge.id}:-`, `${at}?challenge=${challenge.id}`, about],
    [`thread:${practice.id}:-`, `${at}?practice=${practice.id}`, about],
    ['challenge:-', '/fr/challenges/new', 'Nouveau défi'],
    [`challenge:${space.id}`, `/fr/challenges/new?space=${space.slug}`, 'Nouveau défi'],
    ['practice:-:-', '/fr/practices/new', 'Nouvelle pratique'],
    [`tool:-:${space.id}`, `/fr/practices/new?kind=tool&space=${space.slug}`, 'Nouvel outil'],
    ['event', '/fr/events/new', 'Nouvelle rencontre'],
    ['collection', '/fr/collections/new', 'Nouvelle sélection'],
    [`edit:${practice.id}`, `/fr/practices/${practice.id}/edit`, edit],
    [`edit:${thread.id}`, `/fr/threads/${thread.id}/edit`, edit],
    [`edit:${reply.id}`, `/fr/posts/${reply.id}/edit`, 'Modification de votre réponse dans «\u00a0Le titre\u00a0»'], // prettier-ignore
    [`edit:${challenge.id}:fr`, `/fr/challenges/${challenge.id}/edit`, edit],
    [`edit:${collection.id}:fr`, `/fr/collections/${collection.id}/edit`, edit],
    [`edit:${event.id}:fr`, `/fr/events/${event.id}/edit`, edit],
    [`outcome:${challenge.id}:fr`, `/fr/challenges/${challenge.id}/outcome`, 'Résultat du défi «\u00a0Le titre\u00a0»'], // prettier-ignore
  ]
  for (const [key, address, what] of kept) {
    const field = key.startsWith('outcome')
      ? 'outcome'
      : /practice|tool/.test(key)
        ? 'steps'
        : 'body'
    const name = key === `edit:${practice.id}` ? 'steps' : field
    await keep(author, key, { title: 'Le titre', lang: 'fr', [name]: `Mots de ${key}` })
    const html = said(await pageOf(author))
    const row = html.split('<li').find((one) => one.includes(`value="${key}"`))
    const href = address.replace('&', '&amp;')
    expect.soft(row, key).toContain(`href="${href}">${what}</a>`)
    const back = await get(author, address.split('#')[0]!)
    expect.soft(await back.text(), key).toContain(`Mots de ${key}`)
  }
  const html = said(await pageOf(author))
  expect(html.match(/Espace clos/g)).toHaveLength(3)
  expect(html).toContain('dir="auto">Le titre</p>') // of what is new
  expect(html).toContain(`dir="auto">Mots de edit:${thread.id}</p>`) // whose title is no news
})

test('the words are those typed last, plain and short, in their own language', async () => {
  const member = await aMember()
  await keep(member, 'thread:-:-', {
    title: ' ',
    body: `**Eau** ${'mot '.repeat(24)}morceau fin`,
    lang: 'ar',
  })
  const html = said(await pageOf(member))
  expect(html).toMatch(/<p lang="ar" dir="auto">Eau (mot ){23}mot…<\/p>/)
  expect(html).not.toContain('**')
  await keep(member, 'thread:-:-', { title: `Voir ${'x'.repeat(200)}` })
  expect(said(await pageOf(member))).toMatch(/<p dir="auto">Voir x{95}…<\/p>/)
  await keep(member, 'practice:-:-', { lang: 'fr', year: '2024' })
  expect(said(await pageOf(member))).toContain('Nouvelle pratique</a></h3><p class="meta">')
})

test('a draft for another language’s version leads to the page in that language', async () => {
  const author = await aMember()
  const challenge = await aChallenge({ author, lang: 'fr', title: 'En français' })
  await keep(author, `edit:${challenge.id}:ar`, { body: 'نص' })
  expect(said(await pageOf(author))).toContain(`href="/ar/challenges/${challenge.id}/edit"`)
})

test('whoever left a private space is told of no draft that belongs there; nobody else of any', async () => {
  const [owner, person, other] = [await aMember(), await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private', name: 'Espace zorquelune' }, [owner, person])
  const thread = await aThread({ author: owner, space, title: 'Titre zorquelune' })
  const held = { author: person, space, state: 'held', title: 'Attente zorquelune' } as const
  const own = await aThread(held)
  const keys = [`reply:${thread.id}`, `thread:-:${space.id}`, `challenge:${space.id}`, `practice:-:${space.id}`, `edit:${own.id}`] // prettier-ignore
  for (const key of keys) await keep(person, key, { title: 'Mots', body: 'Mots zorquelune' })
  expect((await pageOf(person)).match(/name="typed"/g)).toHaveLength(keys.length)
  expect(await pageOf(other)).toContain('Aucun brouillon')

  await post(person, `/fr/spaces/${space.slug}/leave`)
  const html = await pageOf(person)
  expect(html).not.toContain('zorquelune')
  expect(html).not.toContain(space.slug)
  expect(html).toContain('Aucun brouillon')
})

test('keys that lead to no form are left out, and no more are shown than somebody looks through', async () => {
  const member = await aMember()
  const [thread, challenge] = [await aThread(), await aChallenge()]
  const wrong = ['reply', 'reply:-', `reply:${challenge.id}`, `outcome:${thread.id}:fr`, 'thread', 'edit:-', `tool:${thread.id}:-`, 'event:-', 'constructor', `edit:${thread.id}:xx:fr`] // prettier-ignore
  for (const key of wrong) await keep(member, key, { body: 'Sans formulaire' })
  expect(await pageOf(member)).not.toContain('Sans formulaire')
  for (let n = 0; n < 31; n += 1) {
    const { id } = await aThread({ title: `Fil ${n}` })
    await keep(member, `reply:${id}`, { body: `Mot ${n}.` })
    const updated_at = new Date(Date.UTC(2026, 0, n + 1)).toISOString()
    await db.updateTable('draft').set({ updated_at }).where('form', '=', `reply:${id}`).execute()
  }
  const html = said(await pageOf(member))
  expect(html.match(/name="typed"/g)).toHaveLength(30)
  expect(html).toContain('>Mot 30.</p>')
  expect(html).not.toContain('>Mot 0.</p>')
  expect(html.indexOf('Mot 30.')).toBeLessThan(html.indexOf('Mot 29.'))
})

test('a text that was begun is thrown away by whoever began it, and by nobody else', async () => {
  const [member, other] = [await aMember(), await aMember()]
  for (const one of [member, other]) await keep(one, 'thread:-:-', { body: 'À moi' })
  await keep(member, 'challenge:-', { body: 'À garder' })
  expect((await post(other, '/fr/drafts', { typed: 'challenge:-' })).status).toBe(404)
  expect((await post(member, '/fr/drafts', { typed: 'thread:-:-' })).status).toBe(302)
  expect((await post(member, '/fr/drafts', { typed: 'thread:-:-' })).status).toBe(404)
  expect((await post(member, '/fr/drafts', {})).status).toBe(400)
  expect((await post(member, '/fr/drafts', { typed: 'challenge:-', id: 'x' })).status).toBe(400)
  expect(await pageOf(member)).toContain('À garder')
  expect(await pageOf(member)).not.toContain('À moi')
  expect(await pageOf(other)).toContain('À moi')
})
