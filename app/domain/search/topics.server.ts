import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { listTags, type TagName } from '../tags/tags.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { countKinds } from './counted.server.ts'
import { queryTerms } from './match.server.ts'
import { openColumns } from './opened.server.ts'
import { forms } from './stem.server.ts'
import { tokens } from './text.server.ts'

type Label = { slug: string; label: TagName; name: TagName | undefined; forms: string[] }

const copies = new WeakMap<Db, Map<Lang, { version: number; labels: Label[] }>>()

/**
 * Every name of every tag with the forms of its words, and the tag as the reader knows it: a short
 * vocabulary that is the same for all, kept until a name changes.
 */
export async function listLabels(db: Db, lang: Lang): Promise<Label[]> {
  const { version } = await db.selectFrom('vocabulary').select('version').executeTakeFirstOrThrow()
  const copy = copies.get(db) ?? new Map()
  copies.set(db, copy)
  const known = copy.get(lang)
  if (known?.version === version) return known.labels
  const tags = new Map((await listTags(db, lang)).map((tag) => [tag.id, tag]))
  const rows = await db
    .selectFrom('tag_label')
    .innerJoin('tag', 'tag.id', 'tag_label.tag_id')
    .orderBy('preferred', 'desc')
    .select(['tag.id', 'tag.slug', 'tag_label.label', 'tag_label.lang'])
    .execute()
  const labels = rows.map((row) => ({
    slug: row.slug,
    label: row,
    name: tags.get(row.id),
    forms: tokens(row.label).flatMap(({ surface }) => forms(surface)),
  }))
  copy.set(lang, { version, labels })
  return labels
}

/** The tags whose name, in any language or spelling, has every word of the query. */
export async function searchTags(db: Db, q: string, lang: Lang, limit = 5): Promise<TagName[]> {
  const terms = queryTerms(q, { prefix: false })
  if (terms.length === 0) return []
  const found = new Map<string, TagName>()
  for (const { slug, name, forms: said } of await listLabels(db, lang)) {
    if (!name || !terms.every(({ exact }) => exact.some((form) => said.includes(form)))) continue
    found.set(slug, name)
  }
  const tags = [...found.values()].sort((a, b) => a.label.localeCompare(b.label, lang))
  return tags.slice(0, limit)
}

/** The tags that most of what the viewer may read is filed under, the most used first. */
export async function listTopics(db: Db, viewer: Viewer, lang: Lang, limit = 8) {
  const open = await openColumns(db, viewer)
  const { facets } = countKinds(open, ['practice', 'tool', 'challenge', 'thread'])
  const tags = await listTags(db, lang)
  return facets.tag.slice(0, limit).flatMap(({ value }) => tags.filter(({ id }) => id === value))
}
