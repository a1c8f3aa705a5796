import { sql } from 'kysely'
import { TAKEN_UP } from './adoptions.ts'

/** How many have taken up an item, as an SQL expression on `item`: for lists, which show no more. */
export function adoptersOf() {
  return sql<number>`(select count(*) from adoption where adoption.practice_id = item.id
    and adoption.status in (${sql.join(TAKEN_UP.map((status) => sql.lit(status)))}))`
}
