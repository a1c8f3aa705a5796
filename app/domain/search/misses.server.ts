import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { foldName } from '../reference/territories.server.ts'
import { MISS_MAX, MISSES_A_DAY } from './misses.limits.ts'
import { readQuery } from './syntax.server.ts'
import { fold } from './text.server.ts'

const DAY = 86_400_000

/**
 * Counts a search that found nothing that says its words: these, its language and the day, nobody's
 * name. Leaves out what may tell of a person (an address, a number of six digits or more) and what has
 * no words.
 * Never throws: a log that cannot be written must not break a search.
 */
export async function noteMiss(db: Db, lang: Lang, q: string, now = new Date()) {
  const words = wordsOf(q)
  if (!words) return
  try {
    await count(db, { words, lang, day: dayOf(now) })
  } catch {
    // A full or locked disk: the search has been answered, and its miss is no loss.
  }
}

/** What was looked for in vain in the last so many days, what was wanted most first. */
export function listMisses(
  db: Db,
  { days, limit, now = new Date() }: { days: number; limit: number; now?: Date },
) {
  return db
    .selectFrom('search_miss')
    .where('day', '>', dayOf(now, days))
    .groupBy(['words', 'lang'])
    .orderBy(sql`sum(count)`, 'desc')
    .orderBy(sql`max(day)`, 'desc')
    .orderBy('words')
    .limit(limit)
    .select(['words', 'lang'])
    .select([sql<number>`sum(count)`.as('count'), sql<string>`max(day)`.as('last')])
    .execute()
}

// What was looked for, without what was left out or narrowed to; empty when it may not be kept.
function wordsOf(q: string) {
  if (tellsOfSomebody(fold(q))) return ''
  const parts = readQuery(q).all.flat()
  const words = foldName(parts.map(({ text }) => text).join(' '))
  return [...words].slice(0, MISS_MAX).join('').trim()
}

// Telephone numbers are written in groups; years are no numbers of anybody.
function tellsOfSomebody(folded: string) {
  const withoutYears = folded.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, '')
  return folded.includes('@') || /\d(?:[\s./()+-]*\d){5}/.test(withoutYears)
}

type Miss = { words: string; lang: Lang; day: string }

async function count(db: Db, miss: Miss) {
  const known = await db
    .updateTable('search_miss')
    .set((eb) => ({ count: eb('count', '+', 1) }))
    .where((eb) => eb.and(miss))
    .executeTakeFirstOrThrow()
  if (known.numUpdatedRows > 0n || (await countOf(db, miss.day)) >= MISSES_A_DAY) return
  await db
    .insertInto('search_miss')
    .values(miss)
    .onConflict((conflict) =>
      conflict.columns(['words', 'lang', 'day']).doUpdateSet((eb) => ({
        count: eb('search_miss.count', '+', 1),
      })),
    )
    .execute()
}

async function countOf(db: Db, day: string) {
  const { count } = await db
    .selectFrom('search_miss')
    .where('day', '=', day)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function dayOf(now: Date, ago = 0) {
  return new Date(now.getTime() - ago * DAY).toISOString().slice(0, 10)
}
