import { sql } from 'kysely'
import type { Titled } from './titles.ts'

/**
 * The titles of an item in the languages it has, as an SQL expression that gives JSON for
 * `readTitles`. For queries on the table `item` that stand behind its door.
 */
export function titlesJson() {
  return sql<string>`(select json_group_array(json_object('lang', lang, 'title', title))
    from item_text where item_text.item_id = item.id)`
}

/** What `titlesJson` gave. */
export function readTitles(json: string) {
  return JSON.parse(json) as Titled[]
}
