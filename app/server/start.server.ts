import type { Server } from 'node:http'
import { createFirstAdminToken } from '#app/domain/users/first-admin.server.ts'
import { DEFAULT_LANG } from '#app/i18n/locales.ts'
import { publicUrl } from '#app/settings.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { startJobs } from './jobs.server.ts'
import { assertFree, listen, type Program, stop } from './listen.server.ts'
import { logger } from './logger.server.ts'
import { prepare } from './prepare.server.ts'

/** Prepares the data, opens the server, says where, and stops cleanly on SIGTERM or SIGINT. */
export async function start(program: Program) {
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
  const server = await listen(program)
  const jobs = startJobs()
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => void shutDown(server, jobs))
  }
}

async function shutDown(server: Server, jobs: { stop: () => Promise<void> }) {
  await stop(server)
  await jobs.stop()
  await db.destroy()
  sqlite.close()
  logger.info('stopped')
  process.exit(0)
}
