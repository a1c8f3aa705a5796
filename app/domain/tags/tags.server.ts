import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { FALLBACKS } from '../languages.ts'
import { foldName } from '../reference/territories.server.ts'

export type TagName = { id: string; slug: string; label: string; lang: Lang }

/** A tag with what it is called in each of its languages. */
export type Tagged = { id: string; slug: string; names: { lang: Lang; label: string }[] }

/**
 * The tags of an item, as an SQL expression that gives JSON for `readTagged`. For queries on `item` that
 * stand behind its door.
 */
export function tagsJson() {
  return sql<string>`(select json_group_array(json_object('id', filed.id, 'slug', filed.slug,
      'names', (select json_group_array(json_object('lang', lang, 'label', label))
        from tag_label where tag_label.tag_id = filed.id and tag_label.preferred = 1)))
    from item_tag join tag as filed on filed.id = item_tag.tag_id where item_tag.item_id = item.id)`
}

/** What `tagsJson` gave. */
export function readTagged(json: string) {
  return JSON.parse(json) as Tagged[]
}

/** Tags named for a reader. */
export function nameTags(tags: Tagged[], lang: Lang): TagName[] {
  return tags.map(({ id, slug, names }) => {
    const best = FALLBACKS[lang].map((one) => names.find((name) => name.lang === one))
    return { id, slug, ...best.find(Boolean)! }
  })
}

/** Every tag, named for a reader: a vocabulary that is the same for all, so it tells of no item. */
export async function listTags(db: Db, lang: Lang): Promise<TagName[]> {
  const tags = await namedTags(db, lang).execute()
  return tags.sort((a, b) => a.label.localeCompare(b.label, lang))
}

/**
 * The tags that a person means by the names they typed, in any language and spelling. Gives the
 * ids found and the names that no tag has.
 */
export async function tagsByName(db: Db, names: string[]) {
  const ids: string[] = []
  const unknown: string[] = []
  for (const name of names) {
    const folded = foldName(name)
    const tag = await db
      .selectFrom('tag_label')
      .where('folded', '=', folded)
      .orderBy('preferred', 'desc')
      .select('tag_id')
      .executeTakeFirst()
    if (tag) ids.push(tag.tag_id)
    else if (folded) unknown.push(name)
  }
  return { ids: [...new Set(ids)], unknown }
}

/** A tag by its address, or by one it had before it was renamed or merged. */
export async function findTag(db: Db, slug: string, lang: Lang): Promise<TagName | undefined> {
  const former = db.selectFrom('tag_former_slug').where('slug', '=', slug).select('tag_id')
  return namedTags(db, lang)
    .where((eb) => eb.or([eb('tag.slug', '=', slug), eb('tag.id', '=', former)]))
    .executeTakeFirst()
}

/** The tags with their best name for a reader: a query to narrow. */
export function namedTags(db: Db, lang: Lang) {
  const ranks = FALLBACKS[lang].map((one, rank) => sql`when ${one} then ${sql.lit(rank)}`)
  const best = sql<Lang>`(select other.lang from tag_label as other
    where other.tag_id = tag.id and other.preferred = 1
    order by case other.lang ${sql.join(ranks, sql` `)} end limit 1)`
  return db
    .selectFrom('tag')
    .innerJoin('tag_label', (join) =>
      join
        .onRef('tag_label.tag_id', '=', 'tag.id')
        .on('tag_label.preferred', '=', 1)
        .on('tag_label.lang', '=', best),
    )
    .select(['tag.id', 'tag.slug', 'tag_label.label', 'tag_label.lang'])
}
