import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { inTurn } from '../in-turn.server.ts'
import { UNSEND_SECONDS } from '../posts/posts.limits.ts'
import { SUMMED } from './choice.ts'
import { queueMail } from './outbox.server.ts'

// In the morning of Morocco, by the clock of the world: one mail for the day and night before.
const HOUR = 6
const DAY = 86_400_000

const AT_ONCE = 100

/**
 * Puts the daily mails into the outbox, for those who chose them and whom there is something to tell. Only
 * that one is due is noted: it is written when it is sent, of what its reader may read then. A job calls it
 * now and then; takes the subject of such a mail in a language.
 */
export async function queueDailyMails(db: Db, subject: (lang: Lang) => string, now = new Date()) {
  const until = settledBy(now)
  const morning = lastMorning(new Date(until))
  for (;;) {
    const people = await inTurn(async () => {
      const due = await listDue(db, morning, until)
      await db.transaction().execute((trx) => queue(trx, due, subject, until))
      return due
    })
    if (people.length < AT_ONCE) return
  }
}

/** Until when a daily mail tells at a time: what came later can still be taken back by whoever sent it. */
export function settledBy(now: Date) {
  return new Date(Number(now) - UNSEND_SECONDS * 1000).toISOString()
}

/** Notes until when a person's daily mail told: the next one tells of what came later. */
export async function noteSummed(db: Db, userId: string, until: string) {
  await db
    .updateTable('mail_choice')
    .set({ summed_at: until })
    .where('user_id', '=', userId)
    .where('summed_at', '<', until)
    .execute()
}

type Due = Awaited<ReturnType<typeof listDue>>

// Who still waits for the mail of another day is told of both days in that one.
function listDue(db: Db, morning: string, until: string) {
  return db
    .selectFrom('mail_choice')
    .innerJoin('user', 'user.id', 'mail_choice.user_id')
    .where('mail_choice.choice', '=', 'daily')
    .where('mail_choice.summed_at', '<', morning)
    .where(
      sql<boolean>`not exists (select 1 from mail where mail.user_id = mail_choice.user_id
        and mail.sums_since is not null and mail.sent_at is null and mail.failed_at is null)`,
    )
    .orderBy('mail_choice.summed_at')
    .limit(AT_ONCE)
    .select(['user.id', 'user.email', 'user.lang', 'mail_choice.summed_at'])
    .select(
      sql<0 | 1>`user.email_confirmed_at is not null and user.suspended_at is null and exists (
        select 1 from notification as news where news.user_id = user.id and news.read_at is null
          and news.created_at > mail_choice.summed_at and news.created_at <= ${until}
          and news.kind in (${sql.join(SUMMED)}))`.as('has_news'),
    )
    .execute()
}

async function queue(trx: Db, people: Due, subject: (lang: Lang) => string, until: string) {
  const mails = people.filter(({ has_news }) => has_news)
  await queueMail(
    trx,
    ...mails.map(({ id, email, lang, summed_at }) => ({
      user_id: id,
      recipient: email,
      lang,
      subject: subject(lang),
      body: '',
      choosable: 1 as const,
      sums_since: summed_at,
    })),
  )
  const ids = JSON.stringify(people.map(({ id }) => id))
  await trx
    .updateTable('mail_choice')
    .set({ summed_at: until })
    .where(sql<boolean>`user_id in (select value from json_each(${ids}))`)
    .execute()
}

function lastMorning(now: Date) {
  const morning = new Date(now)
  morning.setUTCHours(HOUR, 0, 0, 0)
  return new Date(Number(morning) - (morning > now ? DAY : 0)).toISOString()
}
