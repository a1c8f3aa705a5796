import { type SelectQueryBuilder, sql } from 'kysely'
import { type Cursor, PAGE_SIZE } from './page.ts'

type Wanted = { after?: Cursor; size?: number }

/**
 * For `$call`: narrows a query to a page of its rows and one row more, as `pageOf` takes them, the newest
 * first. Takes the names of a time and an id in the query, and where the page begins.
 */
export const newestFirst = pageAlong('desc')

/** The same, the oldest first. */
export const oldestFirst = pageAlong('asc')

function pageAlong(direction: 'asc' | 'desc') {
  const beyond = sql.raw(direction === 'asc' ? '>' : '<')
  return (time: string, id: string, { after, size = PAGE_SIZE }: Wanted) => {
    const [at, key] = [sql.ref(time), sql.ref(id)]
    return <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) => {
      const page = query.orderBy(at, direction).orderBy(key, direction)
      const begun = sql<boolean>`(${at}, ${key}) ${beyond} (${after?.at}, ${after?.id})`
      return (after ? page.where(begun) : page).limit(size + 1)
    }
  }
}
