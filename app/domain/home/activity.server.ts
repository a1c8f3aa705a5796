import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { readable } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'

/** How many months the figures go back, the one that is not over yet included. */
const MONTHS = 12

/** What was published in a month: `2026-11`. */
export type Month = { month: string; library: number; challenges: number; threads: number }

/** What became of the questions that were asked in these months. */
export type Questions = { accepted: number; replied: number; waiting: number }

/**
 * What this viewer may read of what was published in the last twelve months, month by month, the oldest
 * first, and what became of the questions among it. Months without anything are there too.
 */
export async function listActivity(db: Db, viewer: Viewer, now = new Date()) {
  const names = Array.from({ length: MONTHS }, (_, back) => monthBefore(now, MONTHS - 1 - back))
  const month = sql<string>`substr(item.published_at, 1, 7)`
  const count = (condition: string) =>
    sql<number>`count(case when ${sql.raw(condition)} then 1 end)`
  const rows = await db
    .selectFrom('item')
    .leftJoin('thread', 'thread.item_id', 'item.id')
    .where('item.kind', 'in', ['practice', 'tool', 'challenge', 'thread'])
    .where('item.state', 'in', ['published', 'archived'])
    .where('item.hidden_at', 'is', null)
    .where('item.published_at', '>=', names[0]!)
    .where(readable(viewer))
    .groupBy(month)
    .select([
      month.as('month'),
      count(`item.kind in ('practice', 'tool')`).as('library'),
      count(`item.kind = 'challenge'`).as('challenges'),
      count(`item.kind = 'thread'`).as('threads'),
      count(`thread.form = 'question'`).as('questions'),
      count(`thread.form = 'question' and thread.accepted_post_id is not null`).as('accepted'),
      count(`thread.form = 'question' and thread.accepted_post_id is null
        and thread.reply_count > 0`).as('replied'),
    ])
    .execute()
  const sum = (of: 'questions' | 'accepted' | 'replied') =>
    rows.reduce((total, row) => total + row[of], 0)
  const [accepted, replied] = [sum('accepted'), sum('replied')]
  const none = { library: 0, challenges: 0, threads: 0 }
  const months = names.map((name): Month => {
    const { library, challenges, threads } = rows.find((row) => row.month === name) ?? none
    return { month: name, library, challenges, threads }
  })
  const waiting = sum('questions') - accepted - replied
  return { months, questions: { accepted, replied, waiting } satisfies Questions }
}

function monthBefore(now: Date, back: number) {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))
    .toISOString()
    .slice(0, 7)
}
