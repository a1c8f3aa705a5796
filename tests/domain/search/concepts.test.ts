import { beforeAll, expect, test } from 'vitest'
import { labelsSchema } from '#app/domain/labels/labels.schema.server.ts'
import { loadConcepts } from '#app/domain/reference/taxonomy.server.ts'
import { foldName } from '#app/domain/reference/territories.server.ts'
import { addConcept, deleteConcept, editConcept, findConcept } from '#app/domain/search/concepts.server.ts' // prettier-ignore
import { conceptsAt, readThesaurus } from '#app/domain/search/thesaurus.server.ts'
import { ENTRIES_PER_PAGE } from '#app/domain/search/vocabulary.limits.ts'
import { listVocabulary } from '#app/domain/search/vocabulary.server.ts'
import { addTag } from '#app/domain/tags/write.server.ts'
import { tagSchema } from '#app/domain/tags/tags.schema.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import concepts from '#db/reference/concepts.json'
import lexicon from '#db/reference/lexicon.json'
import territories from '#db/reference/territories.json'
import { aUser } from '#tests/support/factories.ts'

let facilitator: SignedIn

beforeAll(async () => {
  facilitator = await aUser({ role: 'facilitator' })
})

function named(name: string, more: Record<string, string> = {}) {
  return { label_ar: `عربي ${name}`, label_fr: `Français ${name}`, label_en: `English ${name}`, ...more } // prettier-ignore
}

function add(name: string, more: Record<string, string> = {}) {
  return addConcept(db, facilitator, labelsSchema.parse(named(name, more)))
}

async function aConcept(name: string, more: Record<string, string> = {}) {
  const { slug } = (await add(name, more)) as { slug: string }
  return (await findConcept(db, slug, 'fr'))!
}

test('a concept is known to the search by each of its names, until it is deleted', async () => {
  const concept = await aConcept('abattoir', { others_fr: 'Zorquerie\nZORQUERIE\nzorque public' })
  expect(concept.fields.others_fr).toBe('Zorquerie\nzorque public')
  const known = async (words: string[]) =>
    conceptsAt(await readThesaurus(db), words, 0).concepts.map(({ id }) => id)
  expect(await known(['zorquerie'])).toEqual([concept.id])
  expect(await known(['zorques', 'publics'])).toEqual([concept.id])
  await deleteConcept(db, facilitator, concept)
  expect(await findConcept(db, concept.slug, 'fr')).toBeUndefined()
  expect(await known(['zorquerie'])).toEqual([])
})

test('a first name that another concept or a tag has in the same language is refused at its field', async () => {
  await addTag(db, facilitator, tagSchema.parse(named('éclairage', { others_fr: 'lampadaires' })))
  await aConcept('voirie', { others_ar: 'الطرق' })
  const taken = await add('autre', {
    label_fr: 'FRANCAIS Voirie',
    label_en: 'english eclairage',
    // A word may mean several things.
    others_fr: 'Lampadaires',
  })
  expect(taken.errors).toEqual({
    label_fr: 'thesaurus.errors.label',
    label_en: 'thesaurus.errors.label',
  })
  // The same letters in another language are another name.
  expect((await add('sens', { others_en: 'lampadaires' })).errors).toBeUndefined()
})

test('a concept keeps its own names and its address when it is edited', async () => {
  const concept = await aConcept('souk')
  const input = labelsSchema.parse(named('souk', { label_en: 'Weekly fair', others_fr: 'Marché' }))
  expect(await editConcept(db, facilitator, concept, input)).toEqual({ slug: concept.slug })
  expect((await findConcept(db, concept.slug, 'en'))!.name).toBe('Weekly fair')
  // Its former English name is free, its address is not.
  const again = (await add('souk2', { label_en: 'English souk' })) as { slug: string }
  expect(again.slug).toBe('english-souk-2')
  expect(((await add('new', { label_en: 'New' })) as { slug: string }).slug).toBe('new-2')
})

test('every change of a concept is on record', async () => {
  const concept = await aConcept('trace')
  await editConcept(db, facilitator, concept, labelsSchema.parse(named('trace', { others_fr: 'piste' }))) // prettier-ignore
  await deleteConcept(db, facilitator, concept)
  const rows = await db
    .selectFrom('audit')
    .where('subject_id', '=', concept.id)
    .orderBy('verb')
    .select(['verb', 'actor_id'])
    .execute()
  expect(rows.map(({ verb }) => verb)).toEqual(['concept_added', 'concept_deleted', 'concept_edited']) // prettier-ignore
  expect(rows.every(({ actor_id }) => actor_id === facilitator.id)).toBe(true)
})

test('the thesaurus is that of the release; what was edited or deleted meanwhile stays so', async () => {
  const [edited, deleted, older] = [concepts[0]!, concepts[1]!, concepts[2]!]
  await loadConcepts(db)
  const added = await aConcept('ajouté')
  const { id } = (await findConcept(db, older.slug, 'fr'))!
  const first = (await findConcept(db, edited.slug, 'fr'))!
  expect(first.fields.label_fr).toBe(edited.fr[0])

  await editConcept(db, facilitator, first, labelsSchema.parse(named('remanié')))
  await deleteConcept(db, facilitator, (await findConcept(db, deleted.slug, 'fr'))!)
  // As an earlier release had it, with fewer names and another one first.
  await db.deleteFrom('concept_label').where('concept_id', '=', id).execute()
  const before = {
    concept_id: id,
    lang: 'fr',
    label: 'Avant',
    folded: 'avant',
    preferred: 1,
  } as const
  await db.insertInto('concept_label').values(before).execute()
  await db.insertInto('concept').values({ id: newId(), slug: 'of-an-earlier-release' }).execute()
  await loadConcepts(db)
  expect(await findConcept(db, 'of-an-earlier-release', 'fr')).toBeUndefined()
  expect(await findConcept(db, added.slug, 'fr')).toEqual(added)
  expect((await findConcept(db, edited.slug, 'fr'))!.name).toBe('Français remanié')
  expect(await findConcept(db, deleted.slug, 'fr')).toBeUndefined()
  expect(await findConcept(db, older.slug, 'fr')).toMatchObject({ id, name: older.fr[0] })
  expect(await listVocabulary(db, 'fr', { q: 'zorquage', page: 1 })).toMatchObject({ entries: [] })
})

test('the concepts that come with the program are well formed', () => {
  const all: { slug: string; ar?: string[]; fr?: string[]; en?: string[] }[] = [...concepts, ...lexicon] // prettier-ignore
  const wrong = all.filter(({ slug, ar = [], fr = [], en = [] }) => {
    const labels = [...ar, ...fr, ...en]
    const fit = labels.every((label) => label.trim() === label && label && label.length <= 80)
    return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || !fit || !ar[0] || !fr[0] || !en[0]
  })
  expect(wrong).toEqual([])
  expect(concepts.length).toBeGreaterThan(150)
  expect(new Set(all.map(({ slug }) => slug)).size).toBe(all.length)
  // What is called the same in three languages is the same.
  const names = all.map(({ ar, fr, en }) => [ar![0], fr![0], en![0]].join(' · ').toLowerCase())
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('no plain word is the name of a region, a province or a prefecture', () => {
  const places = [...territories.regions, ...territories.provinces]
  const names = new Set(places.flatMap(({ name_ar, name_fr }) => [name_ar, name_fr].map(bare)))
  const words = lexicon.flatMap(({ ar, fr, en }) => [...ar, ...fr, ...en])
  expect(words.filter((word) => names.has(bare(word)))).toEqual([])
})

function bare(name: string) {
  return foldName(name).replace(/^ال/, '')
}

test('the vocabulary is looked through by the words of any name, in any language', async () => {
  await aConcept('zorque', { others_ar: 'وكالة الزقوطنبري' })
  await addTag(db, facilitator, tagSchema.parse(named('zorquées')))
  const found = async (q: string) =>
    (await listVocabulary(db, 'fr', { q, page: 1 })).entries.map(({ kind, slug }) => `${kind} ${slug}`) // prettier-ignore
  expect(await found('زقوطن')).toEqual(['concept english-zorque'])
  expect(await found('ZORQUEES')).toEqual(['tag english-zorquees'])
  expect(await found('orque')).toEqual([])
  expect(await found('100%_')).toEqual([])
  await loadConcepts(db)
  const pages = [1, 2].map((page) => listVocabulary(db, 'zgh', { q: '', page }))
  const ids = (await Promise.all(pages)).flatMap(({ entries }) => entries.map(({ id }) => id))
  expect(new Set(ids).size).toBe(2 * ENTRIES_PER_PAGE)
})
