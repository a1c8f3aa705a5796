import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { foldName } from '../reference/territories.server.ts'
import type { Entry } from './vocabulary.ts'
import { ENTRIES_PER_PAGE } from './vocabulary.limits.ts'

type Asked = { q: string; page: number }

/**
 * A page of the concepts and tags of which one name, in any language, has words that begin with what
 * was typed, with or without the Arabic article; by what they are called in the reader's language.
 */
export async function listVocabulary(db: Db, lang: Lang, { q, page }: Asked) {
  const typed = foldName(q)
  const found = await db
    .selectFrom(names(db).as('name'))
    .groupBy(['id', 'slug', 'kind'])
    .$if(typed !== '', (qb) => qb.having(sql<boolean>`max(${hasWord(typed)})`))
    .orderBy(calledIn(lang))
    .orderBy('id')
    .limit(ENTRIES_PER_PAGE + 1)
    .offset((page - 1) * ENTRIES_PER_PAGE)
    .select(['id', 'slug', 'kind'])
    .execute()
  const shown = found.slice(0, ENTRIES_PER_PAGE)
  return { entries: await withLabels(db, shown), more: found.length > shown.length }
}

function hasWord(typed: string) {
  return sql`instr(' ' || name.folded, ${` ${typed}`}) or instr(' ' || name.folded, ${` ال${typed}`})`
}

// Few things have a name in Amazigh: one order for what has none is easier to look through.
function calledIn(lang: Lang) {
  const one = lang === 'zgh' ? 'fr' : lang
  return sql`coalesce(max(case when name.lang = ${one} and name.preferred = 1 then name.folded end),
    max(name.folded))`
}

async function withLabels(db: Db, found: Omit<Entry, 'labels'>[]): Promise<Entry[]> {
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return []
  const labels = await db
    .selectFrom(names(db).as('name'))
    .where('id', 'in', ids)
    .orderBy('preferred', 'desc')
    .orderBy('label')
    .select(['id', 'lang', 'label', 'preferred'])
    .execute()
  return found.map((entry) => ({
    ...entry,
    labels: labels
      .filter(({ id }) => id === entry.id)
      .map(({ lang, label, preferred }) => ({ lang, label, preferred })),
  }))
}

function names(db: Db) {
  const tags = db
    .selectFrom('tag_label')
    .innerJoin('tag', 'tag.id', 'tag_label.tag_id')
    .select(['tag.id', 'tag.slug', sql<Entry['kind']>`'tag'`.as('kind')])
    .select(['lang', 'label', 'folded', 'preferred'])
  const concepts = db
    .selectFrom('concept_label')
    .innerJoin('concept', 'concept.id', 'concept_label.concept_id')
    .select(['concept.id', 'concept.slug', sql<Entry['kind']>`'concept'`.as('kind')])
    .select(['lang', 'label', 'folded', 'preferred'])
  return tags.unionAll(concepts)
}
