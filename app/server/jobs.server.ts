import { askAdopters } from '#app/domain/adoptions/asking.server.ts'
import { askWhetherRunning } from '#app/domain/confirmations/asking.server.ts'
import { remindPresenters } from '#app/domain/events/reminding.server.ts'
import { queueDailyMails } from '#app/domain/mail/daily.server.ts'
import { forgetOld } from '#app/domain/personal-data/retention.server.ts'
import { eraseUnusedAccounts } from '#app/domain/personal-data/unused-accounts.server.ts'
import { mailAsk } from '#app/http/ask-mail.server.ts'
import { mailErased, mailUnused } from '#app/http/credential-mail.server.ts'
import { dailySubject } from '#app/http/sent-mail.server.ts'
import { tellWaiting } from '#app/http/tellings.server.ts'
import { settings } from '#app/settings.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { refreshStatistics } from '#db/statistics.server.ts'
import { startCheckpoints } from './checkpoints.server.ts'
import { logger } from './logger.server.ts'
import { sendDueMails } from './mailer.server.ts'
import { transport } from './transport.server.ts'

const HOUR = 3_600_000
const MAIL_EVERY = 5000
const TELL_EVERY = 500

/** Starts what runs beside the requests; gives a way to end it that waits for what is under way. */
export function startJobs() {
  const deliver = transport()
  if (!settings().SMTP_URL) {
    logger.warn('SMTP_URL is not set: mail is not sent, but written to the folder mail of DATA_DIR')
  }
  const jobs = [
    every(HOUR, 'sweep', sweep),
    every(TELL_EVERY, 'tell', (ending) => tellWaiting(db, ending)),
    every(MAIL_EVERY, 'mail', () => sendDueMails(deliver)),
    startCheckpoints(),
  ]
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()))
      await lookAtTables()
    },
  }
}

// A job never overlaps itself, and a failure is logged and tried again next time. One that has much to do
// looks whether the program is ending.
function every(ms: number, name: string, work: (ending: AbortSignal) => Promise<unknown>) {
  const ending = new AbortController()
  let running: Promise<unknown> | undefined
  const timer = setInterval(() => {
    running ??= logged(name, work(ending.signal)).finally(() => (running = undefined))
  }, ms)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      ending.abort()
      await running
    },
  }
}

const HOURLY: Record<string, () => Promise<unknown>> = {
  forget: () => forgetOld(db),
  erase: () => eraseUnusedAccounts(db, { soon: mailUnused, gone: mailErased }),
  'ask adopters': () => askAdopters(db, mailAsk),
  'ask whether running': () => askWhetherRunning(db, mailAsk),
  'remind presenters': () => remindPresenters(db, mailAsk),
  'daily mails': () => queueDailyMails(db, dailySubject),
  statistics: lookAtTables,
}

/** Does the work of each hour, one after another; what fails is logged, and keeps up nothing else. */
export async function sweep() {
  for (const [name, work] of Object.entries(HOURLY)) await logged(name, work())
}

function logged(job: string, done: Promise<unknown>) {
  return done.catch((error: unknown) => logger.error({ err: error, job }, 'a job failed'))
}

// Not in the middle of somebody's transaction.
function lookAtTables() {
  return db.connection().execute(async () => refreshStatistics(sqlite))
}
