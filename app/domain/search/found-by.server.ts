import { sql } from 'kysely'
import { matchQuery } from './match.server.ts'

/**
 * An SQL condition that holds for the items in which these words are found, in any language; all of
 * them when there is no word to look for. It opens nothing: combine it with `readable`. Takes the
 * words and the name that the query gives to the table `item`.
 */
export function foundBy(words: string, item = 'item') {
  const match = matchQuery(words)
  if (!match) return sql<boolean>`1`
  return sql<boolean>`${sql.ref(`${item}.id`)} in (select search_row.item_id from search_text
    inner join search_row on search_row.id = search_text.rowid where search_text match ${match})`
}
