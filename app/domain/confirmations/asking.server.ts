import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { askSeat, type Due, type TellAsked } from '../adoptions/asking.server.ts'
import { inTurn } from '../in-turn.server.ts'

/**
 * Asks once a year the seat that a practice was written from, or the focal point where it was taken
 * over from a source, whether it still runs. A job calls it now and then.
 */
export async function askWhetherRunning(db: Db, tell: TellAsked, now = new Date()) {
  const today = now.toISOString().slice(0, 10)
  const { rows } = await sql<Omit<Due, 'about'>>`select * from (
    select item.id as item_id, practice.collectivity_code,
      coalesce(case when chair.collectivity_code = practice.collectivity_code then chair.function end,
        'focal_point') as function,
      date(max(item.published_at, coalesce((select max(confirmation.said_at) from confirmation
        where confirmation.item_id = item.id and confirmation.says = 'running'), '')), '+1 year')
        as due_on
    from item join practice on practice.item_id = item.id
    left join seat as chair on chair.id = item.seat_id
    where item.kind in ('practice', 'tool') and item.state = 'published' and item.hidden_at is null
      and practice.collectivity_code is not null
      and coalesce(practice.stage, '') not in ('idea', 'stopped')) as due
    where due_on <= ${today}
      and not exists (select 1 from ask where ask.item_id = due.item_id
        and ask.about = 'still_running' and ask.due_on = due.due_on)
      and exists (select 1 from seat where seat.collectivity_code = due.collectivity_code
        and seat.function = due.function and seat.confirmed_at is not null
        and (seat.ends_on is null or seat.ends_on >= ${today}))`.execute(db)
  for (const { item_id, collectivity_code, function: held, due_on } of rows) {
    const due = { item_id, collectivity_code, function: held, due_on }
    await inTurn(() => askSeat(db, { ...due, about: 'still_running' }, tell))
  }
}
