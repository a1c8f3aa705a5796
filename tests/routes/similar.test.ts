import { beforeAll, expect, test } from 'vitest'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aMember, aPractice, aSpace, aThread, changeItem, fileUnder } from '#tests/support/factories.ts' // prettier-ignore
import { aCompletePractice, idAfter, stateOf } from '#tests/support/practices.ts'
import { get, post } from '#tests/support/requests.ts'

const TITLE = 'Ramasser les oranges amères des avenues'
const ADDRESS = `/fr/search/similar?q=${encodeURIComponent(TITLE)}`

const THREAD = { title: TITLE, body: 'Qui les ramasse ?', form: 'question', lang: 'fr' }

beforeAll(() => loadPrinciples(db))

function seenIn(html: string) {
  return /<input type="hidden" name="seen" value="([^"]*)"/.exec(html)?.[1]
}

test('what is hidden and what is absent give the same bytes, and no cache keeps any', async () => {
  const [insider, outsider] = [await aMember(), await aMember()]
  const bytes = async (who: { id: string } | null) => (await get(who, ADDRESS)).text()
  const absent = await bytes(outsider)
  const space = await aSpace({ visibility: 'private' }, [insider])
  const secret = await aThread({ author: insider, space, title: TITLE })
  const gone = await aThread({ title: TITLE })
  await changeItem(gone.id, { hidden_at: new Date().toISOString() })
  for (const who of [null, outsider]) expect(await bytes(who)).toBe(absent)
  const answer = await get(insider, ADDRESS)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(await answer.json()).toMatchObject([{ id: secret.id }])
  // The form of an outsider is sent at once, as if nobody had asked before.
  expect((await post(outsider, '/fr/threads/new', { ...THREAD })).status).toBe(302)
})

test.each([
  ['threads', 'Des jardins partagés sur les toits'],
  ['challenges', 'Entretenir la mosaïque des fontaines'],
])('what a new title is like is shown once before it is sent: %s', async (where, title) => {
  const { id } = await aThread({ title })
  const fields = { ...THREAD, title, principles: 'transparence' }
  const member = await aMember()
  const page = `/fr/${where}/new`
  const draft = await (await post(member, page, { ...fields, intent: 'draft' })).text()
  expect(draft).not.toContain(`/threads/${id}`)

  const step = await post(member, page, { ...fields, intent: 'send' })
  expect(step.status).toBe(200)
  const html = await step.text()
  expect(html).toContain(`/fr/threads/${id}`)
  expect(html).toMatch(/(?:Publier|Envoyer) quand même/)
  expect(html).toContain('Qui les ramasse ?')
  expect(seenIn(html)).toBe(id)

  const sent = await post(member, page, { ...fields, intent: 'send', seen: id })
  expect(sent.status).toBe(302)
})

test('a practice is published after the step alone; a draft and an edit pass without it', async () => {
  const member = await aMember()
  const title = 'Des boîtes à livres dans les hammams'
  const { id: like } = await aThread({ title })
  const fields = await aCompletePractice({ title })
  const id = await idAfter(await post(member, '/fr/practices/new', { ...fields, intent: 'draft' }))
  const edit = `/fr/practices/${id}/edit`
  const first = await post(member, edit, { ...fields, revision: '1' })
  expect(first.status).toBe(200)
  expect(seenIn(await first.text())).toBe(like)
  expect(await stateOf(id)).toBe('draft')
  await post(member, edit, { ...fields, revision: '1', seen: like })
  expect(await stateOf(id)).toBe('submitted')
  const save = { ...fields, intent: 'save', revision: '2', note: 'Une précision' }
  expect((await post(member, edit, save)).status).toBe(302)

  const step = await post(member, '/fr/practices/new', fields)
  expect(await step.text()).toContain(`/fr/threads/${like}`)
  expect((await post(member, '/fr/practices/new', { ...fields, seen: like })).status).toBe(302)
})

test('what may answer a challenge is proposed with the reason, and linked by those who may', async () => {
  const member = await aMember()
  const tag = { id: 'jasmin000000' }
  const name = { tag_id: tag.id, lang: 'fr' as const, preferred: 1 as const }
  await db.insertInto('tag').values({ id: tag.id, slug: 'jasmin' }).execute()
  await db
    .insertInto('tag_label')
    .values({ ...name, label: 'Jasmin', folded: 'jasmin' })
    .execute()
  const challenge = await aChallenge({ title: 'Une rue sans ombre' })
  const practice = await aPractice({ title: 'Planter ensemble' })
  const space = await aSpace({ visibility: 'private' }, [await aMember()])
  const closed = await aPractice({ title: 'Planter à huis clos', space })
  await fileUnder(tag, [challenge, practice, closed])

  const path = `/fr/challenges/${challenge.id}/une-rue-sans-ombre`
  const link = `action="/fr/challenges/${challenge.id}/links"`
  const forMember = await (await get(member, path)).text()
  expect(forMember).toContain('Même sujet')
  expect(forMember).toContain('<bdi lang="fr">Jasmin</bdi>')
  expect(forMember).toContain(link)
  const forVisitor = await (await get(null, path)).text()
  expect(forVisitor).toContain('Planter ensemble')
  for (const html of [forMember, forVisitor]) expect(html).not.toContain('huis clos')
  expect(forVisitor).not.toContain(link)

  await post(member, `/fr/challenges/${challenge.id}/links`, { address: practice.id })
  expect(await (await get(member, path)).text()).not.toContain('peuvent y répondre')
})
