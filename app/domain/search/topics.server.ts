import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { readable } from '../items/visibility.server.ts'
import { listTags, type TagName } from '../tags/tags.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { queryTerms } from './match.server.ts'
import { forms } from './stem.server.ts'
import { tokens } from './text.server.ts'

/** The tags whose name, in any language or spelling, has every word of the query. */
export async function searchTags(db: Db, q: string, lang: Lang, limit = 5): Promise<TagName[]> {
  const terms = queryTerms(q, { prefix: false })
  if (terms.length === 0) return []
  // The vocabulary is short and the same for all: reading it through beats indexing it twice.
  const labels = await db.selectFrom('tag_label').select(['tag_id', 'label']).execute()
  const ids = labels
    .filter(({ label }) => {
      const found = tokens(label).flatMap(({ surface }) => forms(surface))
      return terms.every(({ exact }) => exact.some((form) => found.includes(form)))
    })
    .map(({ tag_id }) => tag_id)
  if (ids.length === 0) return []
  const tags = await listTags(db, lang)
  return tags.filter(({ id }) => ids.includes(id)).slice(0, limit)
}

/** The tags that most of what the viewer may read is filed under, the most used first. */
export async function listTopics(db: Db, viewer: Viewer, lang: Lang, limit = 8) {
  const used = await db
    .selectFrom('item_tag')
    .innerJoin('item', 'item.id', 'item_tag.item_id')
    .where('item.kind', 'in', ['practice', 'tool', 'challenge', 'thread'])
    .where(readable(viewer))
    .groupBy('item_tag.tag_id')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('item_tag.tag_id')
    .limit(limit)
    .select('item_tag.tag_id')
    .execute()
  const tags = await listTags(db, lang)
  return used.flatMap(({ tag_id }) => tags.filter(({ id }) => id === tag_id))
}
