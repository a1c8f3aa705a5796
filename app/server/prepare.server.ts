import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { removeCanaries } from '#app/domain/canary/canary.server.ts'
import { renderAgain } from '#app/domain/items/texts.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { reindexStale } from '#app/domain/search/index.server.ts'
import { settings } from '#app/settings.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { refreshStatistics } from '#db/statistics.server.ts'
import { migrateToLatest, waitingMigrations } from '#db/migrate.ts'
import { logger } from './logger.server.ts'

/** Milliseconds between two lines about the same long work. */
const SAID_EVERY = 10_000

/**
 * Brings the data up to this program: migrations, reference data, sample content while the
 * database is new, what a privacy check that was broken off has left, texts and an index that an
 * older program made. Each step can be broken off and is taken up
 * again at the next start. Throws when one fails.
 */
export async function prepare() {
  await migrate()
  const loaded = await loadReference(db)
  if (loaded.length) logger.info({ loaded }, 'loaded reference data')
  await sampleWhenNew()
  const left = await removeCanaries(db)
  if (left) logger.info({ left }, 'removed what a broken-off privacy check had planted')
  const rendered = await renderAgain(db, nowAndThen('rendering stored texts again'))
  if (rendered) logger.info({ rendered }, 'rendered stored texts again')
  const indexed = await reindexStale(db, nowAndThen('making the search index anew'))
  if (indexed) logger.info({ indexed }, 'made the search index anew')
}

// On a large forum this takes minutes, in which nobody is answered: whoever started it wants to see why.
function nowAndThen(what: string) {
  let said = 0
  return (done: number, of: number) => {
    if (Date.now() - said < SAID_EVERY) return
    said = Date.now()
    logger.info({ done, of }, what)
    // What is to be logged waits for a pause, and here there is none.
    logger.flush()
  }
}

/**
 * Runs the migrations that wait, after a backup when there is something to lose. Gives their
 * names. Throws when one fails; what it did is then undone.
 */
export async function migrate() {
  const { isNew, waiting } = await waitingMigrations(db)
  if (!isNew && waiting.length) {
    const file = await backup(join(settings().DATA_DIR, 'backups', `before-${waiting[0]}.db`))
    logger.info({ file }, 'backed up before migrating')
  }
  const ran = await migrateToLatest(db)
  if (ran.length) logger.info({ ran }, 'migrated')
  // A table that was made anew has lost what is known of it, and lists read it through until then.
  refreshStatistics(sqlite, { all: ran.length > 0 })
  return ran
}

/**
 * Copies the database, while it is in use, into one file, whole or not at all; gives its name.
 * Throws when the copy cannot be made, or is not sound when read back.
 */
export async function backup(file: string) {
  const unfinished = `${file}.part`
  mkdirSync(dirname(file), { recursive: true })
  try {
    await sqlite.backup(unfinished)
    assertSound(unfinished)
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  return file
}

// The copy is one file: without the journal that a database in use has beside it.
function assertSound(file: string) {
  const copy = new Sqlite(file)
  try {
    copy.pragma('journal_mode = delete')
    const found = copy.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Error(`The backup is damaged: ${String(found)}`)
  } finally {
    copy.close()
  }
}

// Noted whichever way it went, so that a forum which began without never finds examples among its
// own pages later, and one whose first start was broken off still gets them all.
async function sampleWhenNew() {
  const decided = await db
    .selectFrom('reference_load')
    .where('name', '=', 'sample')
    .select('name')
    .executeTakeFirst()
  if (decided) return
  const wanted = settings().SAMPLE_CONTENT === 'yes'
  if (wanted) await loadSampleContent()
  await db
    .insertInto('reference_load')
    .values({ name: 'sample', hash: wanted ? 'loaded' : 'none' })
    .execute()
}

// Read only when it is wanted: it is needed once in the life of a forum.
async function loadSampleContent() {
  const { loadSample } = await import('#app/domain/sample/load.server.ts')
  logger.info(await loadSample(db), 'loaded sample content')
}
