import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { inOpenSpace } from '../items/visibility.server.ts'
import { median, shown, shownReports, type Year } from './figures.ts'
import { STANDS } from './past.server.ts'

/** What the yearly figures count, each a verb of the log. */
export const COUNTED = [
  'item_hidden',
  'item_restored',
  'item_released',
  'practice_approved',
  'practice_returned',
  'seat_confirmed',
  'seat_refused',
  'user_suspended',
  'user_restored',
] as const

/**
 * How order was kept, year by year, the latest first, for everybody to read: read as a visitor,
 * whoever asks, so that nothing is counted that happened where not all may read. Up to the end of
 * last month, so that no single act is seen to move a number.
 */
export async function listFigures(db: Db, now = new Date()): Promise<Year[]> {
  const until = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)).toISOString()
  const acts = await listActs(db, until)
  const reports = await listReports(db, until)
  const seats = await listSeatAnswers(db, until)
  const years = [...acts, ...reports].map(({ year }) => year)
  return [...new Set(years)]
    .sort()
    .reverse()
    .map((year) => yearOf(year))

  function yearOf(year: string): Year {
    const of = <T extends { year: string }>(rows: T[]) => rows.filter((row) => row.year === year)
    const count = (verb: string) => of(acts).find((act) => act.verb === verb)?.count ?? 0
    const settled = (as: string) => of(reports).filter((one) => one.settlement === as).length
    return {
      year: Number(year),
      counts: Object.fromEntries(COUNTED.map((verb) => [verb, shown(count(verb))])),
      reports: shownReports({
        received: of(reports).length,
        hidden: settled('hidden'),
        kept: settled('kept'),
      }),
      hours: {
        reports: median(of(reports).flatMap(({ hours }) => hours ?? [])),
        seats: median(of(seats).map(({ hours }) => hours)),
      },
    }
  }
}

function listActs(db: Db, until: string) {
  return db
    .selectFrom('audit')
    .where(inOpenSpace(null, 'audit'))
    .where('audit.verb', 'in', COUNTED)
    .where('audit.created_at', '<', until)
    .where(STANDS)
    .groupBy([sql`year`, 'audit.verb'])
    .select(sql<string>`substr(audit.created_at, 1, 4)`.as('year'))
    .select('audit.verb')
    .select(sql<number>`count(*)`.as('count'))
    .execute()
}

function listReports(db: Db, until: string) {
  return db
    .selectFrom('report')
    .innerJoin('item', 'item.id', 'report.item_id')
    .where(inOpenSpace(null, 'item'))
    .where('report.created_at', '<', until)
    .select(sql<string>`substr(report.created_at, 1, 4)`.as('year'))
    .select('report.settlement')
    .select(hoursBetween('report.created_at', 'report.settled_at').as('hours'))
    .execute()
}

// From the log, since a seat that is handed over is confirmed as soon as it is there.
function listSeatAnswers(db: Db, until: string) {
  return db
    .selectFrom('audit')
    .innerJoin('audit as asked', 'asked.subject_id', 'audit.subject_id')
    .where(inOpenSpace(null, 'audit'))
    .where('audit.verb', 'in', ['seat_confirmed', 'seat_refused'])
    .where('asked.verb', '=', 'seat_requested')
    .where('audit.created_at', '<', until)
    .where(STANDS)
    .select(sql<string>`substr(audit.created_at, 1, 4)`.as('year'))
    .select(hoursBetween('asked.created_at', 'audit.created_at').$castTo<number>().as('hours'))
    .execute()
}

function hoursBetween(from: string, until: string) {
  return sql<number | null>`(julianday(${sql.ref(until)}) - julianday(${sql.ref(from)})) * 24`
}
