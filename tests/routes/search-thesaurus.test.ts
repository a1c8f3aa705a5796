import { expect, test } from 'vitest'
import { labelsSchema } from '#app/domain/labels/labels.schema.server.ts'
import { addConcept } from '#app/domain/search/concepts.server.ts'
import { addTag } from '#app/domain/tags/write.server.ts'
import { tagSchema } from '#app/domain/tags/tags.schema.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { aMember, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const LIST = '/fr/moderation/thesaurus'
const aFacilitator = () => aUser({ role: 'facilitator' })
const fieldsOf = (name: string) => ({ label_ar: `عربي ${name}`, label_fr: `Mot ${name}`, label_en: `Word ${name}` }) // prettier-ignore

async function aConcept(facilitator: SignedIn, name: string) {
  await addConcept(db, facilitator, labelsSchema.parse(fieldsOf(name)))
  return `${LIST}/word-${name}`
}

const read = async (who: SignedIn, path: string) => (await get(who, path)).text()

test('the thesaurus is the facilitators’ alone', async () => {
  const path = await aConcept(await aFacilitator(), 'garde')
  for (const one of [LIST, `${LIST}/new`, path, `${path}/delete`]) {
    expect((await get(null, one)).headers.get('location')).toContain('/fr/login')
    for (const person of [await aUser(), await aMember()]) {
      expect((await get(person, one)).status).toBe(403)
      expect((await post(person, one, fieldsOf('interdit'))).status).toBeGreaterThanOrEqual(403)
    }
    expect((await get(await aFacilitator(), one)).status).toBe(200)
  }
  expect((await get(await aFacilitator(), path)).status).toBe(200)
})

test('a concept is added, found in the list by any name, changed and deleted', async () => {
  const facilitator = await aFacilitator()
  const added = await post(facilitator, `${LIST}/new`, { ...fieldsOf('fanal'), others_fr: 'Lumignon' }) // prettier-ignore
  expect([added.status, added.headers.get('location')]).toEqual([302, LIST])
  expect(await read(facilitator, `${LIST}?q=lumignon`)).toContain('عربي fanal')

  const path = `${LIST}/word-fanal`
  const changed = await post(facilitator, path, { ...fieldsOf('fanal'), others_en: 'Lantern' })
  expect(changed.status).toBe(302)
  const page = await read(facilitator, path)
  expect(page).toContain('Lantern')
  expect(page).not.toContain('Lumignon')

  expect(await read(facilitator, `${path}/delete`)).toContain('Mot fanal')
  expect((await post(facilitator, `${path}/delete`)).status).toBe(302)
  expect((await get(facilitator, path)).status).toBe(404)
  const log = await read(facilitator, '/fr/moderation/log?verb=concept_deleted')
  expect(log).toContain('word-fanal')
})

test('what cannot be saved comes back with its reason beside the field', async () => {
  const facilitator = await aFacilitator()
  await aConcept(facilitator, 'pris')
  const bare = await post(facilitator, `${LIST}/new`, { label_ar: 'وحيد' })
  expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('وحيد')])
  const taken = await post(facilitator, `${LIST}/new`, { ...fieldsOf('libre'), label_fr: fieldsOf('pris').label_fr, others_fr: 'Encore\nmot PRIS' }) // prettier-ignore
  expect(taken.status).toBe(422)
  const html = await taken.text()
  expect(html).toContain('Un autre concept ou un mot-clé porte déjà ce nom')
  expect(html).toContain('mot PRIS')
})

test('tags are listed too, with the way to their own page', async () => {
  const facilitator = await aFacilitator()
  await addTag(db, facilitator, tagSchema.parse(fieldsOf('marque')))
  const html = await read(facilitator, `${LIST}?q=marque`)
  expect(html).toContain('href="/fr/tags/word-marque/edit"')
})

test('words that found nothing are offered as another name of what one chooses', async () => {
  const facilitator = await aFacilitator()
  const path = await aConcept(facilitator, 'choisi')
  await addTag(db, facilitator, tagSchema.parse(fieldsOf('choisie')))
  const words = '?add=egouts&in=fr'
  const list = await read(facilitator, `${LIST}${words}&q=choisi`)
  expect(list).toContain(`href="${path}?add=egouts&amp;in=fr"`)
  expect(list).toContain('name="add" value="egouts"')
  const offered = /<textarea[^>]*name="others_fr"[^>]*>([^<]*)</
  for (const one of [path, '/fr/tags/word-choisie/edit']) {
    expect(offered.exec(await read(facilitator, one + words))?.[1]).toBe('egouts')
    expect(offered.exec(await read(facilitator, one))?.[1]).toBe('')
  }
  const fresh = await read(facilitator, `${LIST}/new${words}`)
  expect(fresh).toMatch(/<input[^>]*name="label_fr"[^>]*value="egouts"/)
  expect((await get(facilitator, `${path}?add=%22&in=klingon`)).status).toBe(200)
})
