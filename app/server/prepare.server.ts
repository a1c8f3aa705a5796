import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '#app/settings.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { migrateToLatest, waitingMigrations } from '#db/migrate.ts'
import { logger } from './logger.server.ts'

/**
 * Brings the data up to this program: a backup first when there is something to lose, then the
 * migrations. Gives whether the database was new. Throws when a step fails.
 */
export async function migrate() {
  const { isNew, waiting } = await waitingMigrations(db)
  if (!isNew && waiting.length) {
    const file = await backup(join(settings().DATA_DIR, 'backups', `before-${waiting[0]}.db`))
    logger.info({ file }, 'backed up before migrating')
  }
  const ran = await migrateToLatest(db)
  if (ran.length) logger.info({ ran }, 'migrated')
  return { isNew }
}

/** Copies the database, while it is in use, into one file; gives its name. */
export async function backup(file: string) {
  mkdirSync(join(file, '..'), { recursive: true })
  await sqlite.backup(file)
  return file
}
