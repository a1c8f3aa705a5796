import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import concepts from '#db/reference/concepts.json'
import lexicon from '#db/reference/lexicon.json'
import tags from '#db/reference/tags.json'
import type { Lang } from '#db/schema.ts'
import { LANGS } from '../languages.ts'
import { PRINCIPLES } from '../principles/principles.ts'
import { foldName } from './territories.server.ts'

// Entries that one statement inserts; SQLite binds at most 32,766 values.
const TOGETHER = 200

type Labels = { label: string; other?: string[] }
type TagEntry = { slug: string; parent: string | null } & Partial<Record<Lang, Labels>>
type ConceptEntry = { slug: string } & Partial<Record<Lang, string[]>>

/** Writes the principles of the charter, in its order. */
export async function loadPrinciples(trx: Db) {
  for (const [position, slug] of PRINCIPLES.entries()) {
    await trx
      .insertInto('principle')
      .values({ slug, position })
      .onConflict((conflict) => conflict.column('slug').doUpdateSet({ position }))
      .execute()
  }
}

/** Adds the concepts that are not there yet; one that was renamed or merged since is left alone. */
export async function loadTags(trx: Db) {
  const ids = new Map<string, string>()
  for (const entry of tags as TagEntry[]) {
    const known = await knownTag(trx, entry.slug)
    const id = known ?? (await insertTag(trx, entry))
    ids.set(entry.slug, id)
  }
  for (const { slug, parent } of tags as TagEntry[]) {
    if (!parent) continue
    await trx
      .updateTable('tag')
      .set({ parent_id: ids.get(parent)! })
      .where('slug', '=', slug)
      .where('parent_id', 'is', null)
      .execute()
  }
}

/**
 * Brings the concepts of the thesaurus and the words of the lexicon up to this release, which may have
 * some no more; one that facilitators added, edited or deleted is left alone. A word may be the name of
 * several: it then finds them all.
 */
export async function loadConcepts(trx: Db) {
  const there = await trx.selectFrom('concept').select(['slug', 'id']).execute()
  const ids = new Map(there.map(({ slug, id }) => [slug, id]))
  const byHand = await trx.selectFrom('concept_by_hand').select('slug').execute()
  const theirs = new Set(byHand.map(({ slug }) => slug))
  const entries = ([...concepts, ...lexicon] as ConceptEntry[])
    .filter(({ slug }) => !theirs.has(slug))
    .map((entry) => ({ ...entry, id: ids.get(entry.slug) ?? newId() }))
  const kept = new Set(entries.map(({ slug }) => slug))
  const gone = there.filter(({ slug }) => !kept.has(slug) && !theirs.has(slug))
  for (let from = 0; from < gone.length; from += TOGETHER) {
    const some = gone.slice(from, from + TOGETHER).map(({ id }) => id)
    await trx.deleteFrom('concept').where('id', 'in', some).execute()
  }
  for (let from = 0; from < entries.length; from += TOGETHER) {
    await writeConcepts(trx, entries.slice(from, from + TOGETHER))
  }
}

async function writeConcepts(trx: Db, entries: (ConceptEntry & { id: string })[]) {
  await trx
    .insertInto('concept')
    .values(entries.map(({ id, slug }) => ({ id, slug })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const ids = entries.map(({ id }) => id)
  await trx.deleteFrom('concept_label').where('concept_id', 'in', ids).execute()
  await trx
    .insertInto('concept_label')
    .values(entries.flatMap(labelsOf))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

// The first of a language is what the concept is called there.
function labelsOf(entry: ConceptEntry & { id: string }) {
  return LANGS.flatMap((lang) =>
    (entry[lang] ?? []).map((label, index) => ({
      concept_id: entry.id,
      lang,
      label,
      folded: foldName(label),
      preferred: index === 0 ? (1 as const) : (0 as const),
    })),
  )
}

async function knownTag(trx: Db, slug: string) {
  const tag = await trx.selectFrom('tag').where('slug', '=', slug).select('id').executeTakeFirst()
  if (tag) return tag.id
  const former = await trx
    .selectFrom('tag_former_slug')
    .where('slug', '=', slug)
    .select('tag_id')
    .executeTakeFirst()
  return former?.tag_id
}

async function insertTag(trx: Db, entry: TagEntry) {
  const id = newId()
  await trx.insertInto('tag').values({ id, slug: entry.slug }).execute()
  for (const lang of LANGS) {
    const { label, other = [] } = entry[lang] ?? { label: '' }
    for (const one of [label, ...other].filter(Boolean)) {
      const preferred = one === label ? (1 as const) : (0 as const)
      const row = { tag_id: id, lang, label: one, folded: foldName(one), preferred }
      await trx
        .insertInto('tag_label')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  }
  return id
}
