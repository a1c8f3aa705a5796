import { sql } from 'kysely'
import { sweepTries } from '#app/domain/tries/tries.server.ts'
import { sweepKeptForms } from '#app/http/kept-form.server.ts'
import { lucia } from '#app/http/lucia.server.ts'
import { db } from '#db/client.server.ts'
import { logger } from './logger.server.ts'

const HOUR = 3_600_000

/** Starts what runs beside the requests; gives a way to end it that waits for what is under way. */
export function startJobs() {
  const jobs = [every(HOUR, 'sweep', sweep)]
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) }
}

// A job never overlaps itself, and a failure is logged and tried again next time.
function every(ms: number, name: string, work: () => Promise<unknown>) {
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    running = running
      .then(work)
      .catch((error: unknown) => logger.error({ err: error, job: name }, 'a job failed'))
  }, ms)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return running
    },
  }
}

async function sweep() {
  await sweepTries(db)
  await sweepKeptForms()
  await lucia.deleteExpiredSessions()
  await sql`pragma optimize`.execute(db)
}
