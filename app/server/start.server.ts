import type { Server } from 'node:http'
import { publicUrl, settings } from '#app/settings.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { startJobs } from './jobs.server.ts'
import { listen, type Program, stop } from './listen.server.ts'
import { logger } from './logger.server.ts'
import { migrate } from './prepare.server.ts'

/** Prepares the data, opens the server, says where, and stops cleanly on SIGTERM or SIGINT. */
export async function start(program: Program) {
  settings()
  const { isNew } = await migrate()
  const server = await listen(program)
  const jobs = startJobs()
  process.stdout.write(`Multaqa: ${publicUrl()}/\n`)
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => void shutDown(server, jobs))
  }
  void isNew
}

async function shutDown(server: Server, jobs: { stop: () => Promise<void> }) {
  await stop(server)
  await jobs.stop()
  await db.destroy()
  sqlite.close()
  logger.info('stopped')
  process.exit(0)
}
