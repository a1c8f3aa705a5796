import { beforeAll, expect, test } from 'vitest'
import { writeTexts } from '#app/domain/items/texts.server.ts'
import { sealItem } from '#app/domain/items/write.server.ts'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPractice, aSpace, aUser } from '#tests/support/factories.ts'
import { aCompletePractice, idAfter, revisionOf } from '#tests/support/practices.ts'
import { get, post } from '#tests/support/requests.ts'

const PARTS = { obstacles: 'Un mur', cost: 'Trois sous', contact: 'Le guichet' }
const OPEN = { obstacles_readers: 'public', cost_readers: 'public', contact_readers: 'public' }

beforeAll(() => loadPrinciples(db))

test('obstacles of a new practice are for members until its writers say otherwise; the rest is for all', async () => {
  const author = await aFacilitator()
  expect(chosenIn(await read(author, '/fr/practices/new'))).toEqual({
    obstacles_readers: 'network',
    cost_readers: 'public',
    contact_readers: 'public',
  })
  const whole = await aCompletePractice({ title: 'Toute neuve', ...PARTS })
  const id = await idAfter(await post(author, '/fr/practices/new', whole))
  const [page, own] = [await pageOf(null, id), await pageOf(author, id)]
  expect(page).toContain('Trois sous')
  expect(page).toContain('Le guichet')
  expect(page).not.toContain('Un mur')
  expect(page).not.toContain('Obstacles rencontrés')
  expect(own).toContain('Un mur')
  expect(own).toContain('Réservé aux membres')
})

test('a part is closed and opened again, and the history says so to members', async () => {
  const author = await aFacilitator()
  const whole = await aCompletePractice({ title: 'Ouverte', ...PARTS, ...OPEN })
  const id = await idAfter(await post(author, '/fr/practices/new', whole))
  expect(await pageOf(null, id)).toContain('Un mur')
  const save = async (readers: object) => {
    const fields = { ...whole, ...readers, intent: 'save', revision: await revisionOf(id) }
    expect((await post(author, `/fr/practices/${id}/edit`, fields)).status).toBe(302)
  }
  await save({ cost_readers: 'network' })
  expect(await pageOf(null, id)).not.toContain('Trois sous')
  expect(await pageOf(await aUser(), id)).not.toContain('Trois sous')
  const history = await read(author, `/fr/practices/${id}/history`)
  expect(history).toContain('Qui lit le coût')
  expect(history).toContain('Tout membre confirmé du réseau peut lire ce contenu.')
  expect(await read(null, `/fr/practices/${id}/history`)).not.toContain('Qui lit le coût')
  await save({ cost_readers: 'public' })
  expect(await pageOf(null, id)).toContain('Trois sous')
})

test('what there was before stays for everybody when it is edited', async () => {
  const author = await aMember()
  const { id } = await aPractice({ author, title: 'Ancienne', lang: 'fr' })
  await db.transaction().execute(async (trx) => {
    await writeTexts(trx, id, 'fr', { sections: { obstacles: 'Un mur' } })
    await sealItem(trx, id, author.id)
  })
  expect(await pageOf(null, id)).toContain('Un mur')
  expect(chosenIn(await read(author, `/fr/practices/${id}/edit`))).toEqual(OPEN)
})

test('restoring a revision restores who read its parts', async () => {
  const author = await aFacilitator()
  const whole = await aCompletePractice({ title: 'Restaurée', ...PARTS })
  const id = await idAfter(await post(author, '/fr/practices/new', whole))
  const fields = { ...whole, ...OPEN, intent: 'save', revision: await revisionOf(id) }
  await post(author, `/fr/practices/${id}/edit`, fields)
  expect(await pageOf(null, id)).toContain('Un mur')
  await post(author, `/fr/practices/${id}/history`, { number: '1' })
  expect(await pageOf(null, id)).not.toContain('Un mur')
})

test('a translation has the readers of its original', async () => {
  const author = await aFacilitator()
  const whole = await aCompletePractice({ title: 'Traduite', ...PARTS })
  const id = await idAfter(await post(author, '/fr/practices/new', whole))
  const form = await read(author, `/fr/practices/${id}/translations/en`)
  expect(form).toContain('Réservé aux membres')
  const english = { title: 'Translated', obstacles: 'A wall', intent: 'save', revision: await revisionOf(id) } // prettier-ignore
  await post(author, `/fr/practices/${id}/translations/en`, english)
  expect(await read(author, `/en/practices/${id}/translated`)).toContain('A wall')
  expect(await read(null, `/en/practices/${id}/translated`)).not.toContain('A wall')
})

test('readers that there are not are refused beside the part, and nothing typed is lost', async () => {
  const fields = { intent: 'draft', title: 'Un titre', ...PARTS, cost_readers: 'friends' }
  const answer = await post(await aMember(), '/fr/practices/new', fields)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('id="field-cost_readers-error"')
  for (const typed of Object.values(PARTS)) expect(html).toContain(typed)
})

test('where not everybody reads the rest nothing is to be chosen, and nothing is said of members', async () => {
  const author = await aMember()
  const space = await aSpace({ visibility: 'private' }, [author])
  const form = await read(author, `/fr/practices/new?space=${space.slug}`)
  expect(form).not.toContain('Qui lit le coût')
  expect(form).toContain('name="obstacles_readers" value="network"')
  const fields = {
    ...(await aCompletePractice({ title: 'Entre nous', ...PARTS })),
    intent: 'preview',
  }
  const preview = await post(author, `/fr/practices/new?space=${space.slug}`, fields)
  expect(await preview.text()).not.toContain('Réservé aux membres')
  const open = await post(author, '/fr/practices/new', fields)
  expect(await open.text()).toContain('Réservé aux membres')
})

test('an author whose seat has ended edits and loses nothing', async () => {
  const author = await aUser()
  const { id } = await aPractice({ author, title: 'Encore la sienne', lang: 'fr' })
  await db.transaction().execute(async (trx) => {
    await writeTexts(trx, id, 'fr', { sections: { obstacles: 'Un mur' } })
    const closed = {
      obstacles_readers: 'network',
      cost: 'Trois sous',
      cost_readers: 'network',
    } as const
    await trx.updateTable('practice').set(closed).where('item_id', '=', id).execute()
    await sealItem(trx, id, author.id)
  })
  const form = await read(author, `/fr/practices/${id}/edit`)
  expect(form).toContain('Un mur')
  expect(form).toContain('value="Trois sous"')
})

// Publishes without review.
function aFacilitator() {
  return aMember({ role: 'facilitator' })
}

async function read(who: { id: string } | null, path: string) {
  const answer = await get(who, path)
  return (answer.status === 301 ? await get(who, answer.headers.get('location')!) : answer).text()
}

function pageOf(who: { id: string } | null, id: string) {
  return read(who, `/fr/practices/${id}`)
}

function chosenIn(html: string) {
  const radios = [...html.matchAll(/<input[^>]*name="(\w+_readers)"[^>]*>/g)]
  const chosen = radios.filter(([input]) => input.includes('checked=""'))
  return Object.fromEntries(chosen.map(([input, name]) => [name, /value="(\w+)"/.exec(input)?.[1]]))
}
