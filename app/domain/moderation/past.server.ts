import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { stewarded } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { Past } from './queue.ts'

const TOLD = [
  'item_hidden',
  'item_restored',
  'item_released',
  'reports_settled',
  'practice_approved',
  'practice_returned',
  'seat_confirmed',
  'seat_refused',
  'space_request_refused',
  'user_suspended',
  'user_restored',
]

/** An SQL condition for a query on `audit`: the act was not taken back. */
export const STANDS = sql<boolean>`audit.id not in (select json_extract(undoing.detail, '$.act')
  from audit as undoing where undoing.verb = 'act_undone')`

/**
 * What was done before about these people and what they wrote: how often, by person, by subject. Of
 * what happened in spaces only where the viewer keeps order.
 */
export async function listPast(db: Db, viewer: SignedIn, people: string[]): Promise<Past[]> {
  if (people.length === 0) return []
  const ids = sql`(${sql.join(people)})`
  return db
    .selectFrom('audit')
    .leftJoin('seat', 'seat.id', 'audit.subject_id')
    .leftJoin('item as about', 'about.id', 'audit.subject_id')
    .where(
      sql<boolean>`audit.subject_id in (select id from user where id in ${ids}
        union all select held.id from seat as held where held.user_id in ${ids}
        union all select own.id from item as own where own.author_id in ${ids})`,
    )
    .where('audit.verb', 'in', TOLD)
    .where(STANDS)
    .where(stewarded(viewer, 'audit'))
    .where((eb) => eb.or([eb('about.id', 'is', null), stewarded(viewer, 'about')]))
    .groupBy([sql`person`, 'audit.subject_id', 'audit.verb'])
    .select(sql<string>`coalesce(about.author_id, seat.user_id, audit.subject_id)`.as('person'))
    .select(['audit.subject_id as subject', 'audit.verb'])
    .select(sql<number>`count(*)`.as('count'))
    .execute()
}
