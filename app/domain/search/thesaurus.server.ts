import type { Db } from '#db/client.server.ts'
import nearby from '#db/reference/fields.json'
import type { Lang } from '#db/schema.ts'
import { contentWords } from './match.server.ts'
import { wordsOf } from './near.server.ts'
import { phraseForm } from './stem.server.ts'
import { foldWord, tokens } from './text.server.ts'

/**
 * A name of a concept; `phrase` is what the index holds where a text says it, `first` whether it is what
 * the concept is called in its language before all else.
 */
export type Label = { lang: Lang; text: string; phrase: string[]; first: boolean }

/** What has several names: a tag, a concept of the thesaurus, or a place. Its first names come first. */
export type Concept = { id: string; labels: Label[] }

export type Thesaurus = {
  concepts: Map<string, Concept[]>
  places: Map<string, Concept[]>
  /** Tags and concepts by their ids. */
  byId: Map<string, Concept>
  /** By the id of a concept, the first names of all that belongs to each of its fields of work. */
  fields: Map<string, Label[][]>
  /** The words of all names that are long enough to be mistyped. */
  words: string[]
}

const LONGEST_LABEL = 6

const copies = new WeakMap<Db, { version: number; thesaurus: Thesaurus }>()

/** Every concept by each of its names; read again only when a name has changed. */
export async function readThesaurus(db: Db): Promise<Thesaurus> {
  const { version } = await db.selectFrom('vocabulary').select('version').executeTakeFirstOrThrow()
  return thesaurusAt(db, version)
}

/** The same, by who knows already which version of the names the database has. */
export async function thesaurusAt(db: Db, version: number): Promise<Thesaurus> {
  const known = copies.get(db)
  if (known?.version === version) return known.thesaurus
  const [concepts, places] = [await listConcepts(db), await listPlaces(db)]
  const named = byName(concepts, phraseOf)
  const byId = new Map([...named.values()].flat().map((concept) => [concept.id, concept]))
  const thesaurus = {
    concepts: named,
    places: byName(places, spellingOf),
    byId,
    fields: await listFields(db, byId),
    words: [...new Set([...concepts, ...places].flatMap(({ text }) => wordsOf([text])))],
  }
  copies.set(db, { version, thesaurus })
  return thesaurus
}

/**
 * The concepts that a row of words names, from place `at` on: those with the longest name there of at
 * most `longest` words. Gives how many words that name has, and the concepts. Takes content words.
 */
export function conceptsAt(
  thesaurus: Thesaurus,
  words: string[],
  at: number,
  longest = LONGEST_LABEL,
) {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const part = words.slice(at, at + length)
    const named = [
      ...(thesaurus.concepts.get(keyOf(part.map(phraseForm))) ?? []),
      ...(thesaurus.places.get(keyOf(part.map(spelled))) ?? []),
    ]
    if (named.length > 0) return { length, concepts: named }
  }
  return { length: 1, concepts: [] }
}

/** The tags and concepts that share a name with one: «ordures» of the vocabulary is «déchets», a tag. */
export function namesakesOf({ concepts }: Thesaurus, { labels }: Concept) {
  return labels.flatMap(({ phrase }) => concepts.get(keyOf(phrase)) ?? [])
}

type Named = { id: string; lang: Lang; text: string; first?: boolean }

async function listConcepts(db: Db): Promise<Named[]> {
  const tags = await db
    .selectFrom('tag_label')
    .orderBy('preferred', 'desc')
    .select(['tag_id as id', 'lang', 'label', 'preferred'])
    .execute()
  const more = await db
    .selectFrom('concept_label')
    .orderBy('preferred', 'desc')
    .select(['concept_id as id', 'lang', 'label', 'preferred'])
    .execute()
  return [...tags, ...more].map(({ id, lang, label, preferred }) => ({
    id,
    lang,
    text: label,
    first: preferred === 1,
  }))
}

// What one who finds nothing of a thing is glad to find instead: wells, where nobody wrote of thirst.
async function listFields(db: Db, byId: Thesaurus['byId']) {
  const slugs = await db
    .selectFrom('concept')
    .select(['id', 'slug'])
    .unionAll(db.selectFrom('tag').select(['id', 'slug']))
    .execute()
  const bySlug = new Map(slugs.map(({ id, slug }) => [slug, byId.get(id)]))
  const fields: Thesaurus['fields'] = new Map()
  for (const members of Object.values(nearby)) {
    const concepts = members.flatMap((slug) => bySlug.get(slug) ?? [])
    const names = concepts.flatMap(({ labels }) => labels.filter(({ first }) => first))
    for (const { id } of concepts) fields.set(id, [...(fields.get(id) ?? []), names])
  }
  return fields
}

async function listPlaces(db: Db): Promise<Named[]> {
  const places = await db
    .selectFrom('collectivity')
    .select(['code', 'name_ar', 'name_fr', 'name_zgh'])
    .execute()
  const others = await db
    .selectFrom('collectivity_name')
    .select(['collectivity_code as id', 'folded'])
    .execute()
  const spellings = new Map<string, string[]>()
  for (const { id, folded } of others) spellings.set(id, [...(spellings.get(id) ?? []), folded])
  return places.flatMap(({ code: id, name_ar, name_fr, name_zgh }) => [
    { id, lang: 'ar' as const, text: name_ar },
    { id, lang: 'fr' as const, text: name_fr },
    ...(name_zgh ? [{ id, lang: 'zgh' as const, text: name_zgh }] : []),
    ...wholeSpellings(spellings.get(id) ?? []).map((text) => ({ id, lang: langOf(text), text })),
  ])
}

// Names are kept from each of their words on, to be looked up while one types: whole ones count here.
function wholeSpellings(folded: string[]) {
  return folded.filter((name) => !folded.some((other) => other.endsWith(` ${name}`)))
}

function langOf(text: string): Lang {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar'
  return /\p{Script=Tifinagh}/u.test(text) ? 'zgh' : 'fr'
}

function byName(names: Named[], phrase: (text: string) => string[]) {
  const concepts = new Map<string, Concept>()
  const byKey = new Map<string, Set<Concept>>()
  for (const { id, lang, text, first = true } of names) {
    const concept = concepts.get(id) ?? { id, labels: [] }
    concepts.set(id, concept)
    const label = { lang, text, phrase: phraseOf(text), first }
    if (label.phrase.length === 0) continue
    concept.labels.push(label)
    const key = keyOf(phrase(text))
    byKey.set(key, (byKey.get(key) ?? new Set()).add(concept))
  }
  return new Map([...byKey].map(([key, found]) => [key, [...found]]))
}

function phraseOf(text: string) {
  return contentWords(tokens(text).map(({ surface }) => surface)).map(phraseForm)
}

// A place is named letter by letter: «Beni» is no plural of anything.
function spellingOf(text: string) {
  return contentWords(tokens(text).map(({ surface }) => surface)).map(spelled)
}

function spelled(surface: string) {
  return foldWord(surface)
}

function keyOf(words: string[]) {
  return words.join(' ')
}
