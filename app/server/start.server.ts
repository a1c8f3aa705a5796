import { createFirstAdminToken } from '#app/domain/users/first-admin.server.ts'
import { DEFAULT_LANG } from '#app/i18n/locales.ts'
import { publicUrl, settings } from '#app/settings.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { startJobs } from './jobs.server.ts'
import { assertFree, listen, type Program, stop } from './listen.server.ts'
import { logger } from './logger.server.ts'
import { prepare } from './prepare.server.ts'
import { isWorker, startWorkers } from './workers.server.ts'

/**
 * Prepares the data, opens the server, says where, and stops cleanly on SIGTERM or SIGINT. With
 * WORKERS this process does all that is done once, and others answer.
 */
export async function start(program: Program) {
  if (isWorker()) return work(program)
  await open(program)
  process.stdout.write(`Multaqa: ${publicUrl()}/\n`)
  const token = await createFirstAdminToken(db)
  if (!token) return
  const link = `${publicUrl()}/${DEFAULT_LANG}/welcome?token=${token}`
  process.stdout.write(
    `There is no administrator yet. To become the first (once, today): ${link}\n`,
  )
}

/** The same with `more` done to the data before the server opens, and without a word. */
export async function open(program: Program, more = async () => {}) {
  // Before the data is touched: the program that holds the port may be using it.
  await assertFree()
  await prepare()
  await more()
  const server = settings().WORKERS > 1 ? await startWorkers() : await listenHere(program)
  const jobs = startJobs()
  stopOnce([server, jobs])
}

async function work(program: Program) {
  const server = await listenHere(program)
  // When the process that started this one is gone, however it went, this one goes too.
  process.once('disconnect', stopOnce([server]))
}

async function listenHere(program: Program) {
  const server = await listen(program)
  return { stop: () => stop(server) }
}

// One after the other, whichever signals come and however often.
function stopOnce(parts: { stop: () => Promise<void> }[]) {
  let stopping: Promise<void> | undefined
  const stop = () => void (stopping ??= shutDown(parts))
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop)
  return stop
}

async function shutDown(parts: { stop: () => Promise<void> }[]) {
  for (const part of parts) await part.stop()
  await db.destroy()
  sqlite.close()
  logger.info('stopped')
  process.exit(0)
}
