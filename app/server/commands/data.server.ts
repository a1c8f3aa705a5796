import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { checkIndex, reindex as makeIndex } from '#app/domain/search/index.server.ts'
import { settings } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import { waitingMigrations } from '#db/migrate.ts'
import { backup as copyTo, migrate as bringUp } from '../prepare.server.ts'
import { type Command, readArgs, say, UsageError } from './command.ts'

export const migrate: Command = {
  summary: 'bring the database up to this program, as the start does',
  usage: '',
  help: 'A backup goes to DATA_DIR/backups first when there is something to lose.',
  async run(args) {
    readArgs(args, {})
    const ran = await bringUp()
    await loadReference(db)
    say(ran.length ? `Ran ${ran.join(', ')}.` : 'The database is up to date.')
  },
}

export const backup: Command = {
  summary: 'copy the database into one file, also while the forum runs',
  usage: 'FILE',
  help: 'The file must not be there yet. It holds everything but the settings and unsent mail files.',
  async run(args) {
    const { words } = readArgs(args, {}, ['FILE'])
    const file = resolve(words[0]!)
    const { isNew } = await waitingMigrations(db)
    if (isNew) throw new UsageError(`There is no database in ${settings().DATA_DIR}.`)
    if (existsSync(file)) throw new UsageError(`${file} is there already.`)
    say(`Backed up to ${await copyTo(file)}, and read it back whole.`)
  },
}

export const reindex: Command = {
  summary: 'make the search index anew, or check it',
  usage: '[--check]',
  help: 'The forum may run meanwhile. --check changes nothing: it says what differs from the content.',
  needs: 'current data',
  async run(args) {
    const { values } = readArgs(args, { check: { type: 'boolean' } })
    if (values.check) return sayDifferences()
    const count = await makeIndex(db, (done, of) => {
      if (done % 1000 === 0) say(`${done} of ${of} …`)
    })
    say(`Indexed ${count} items.`)
  },
}

async function sayDifferences() {
  const differences = await checkIndex(db)
  for (const { item_id, lang, fault } of differences) say(`${item_id} ${lang}: ${fault}`)
  if (differences.length === 0) return say('The index and the content agree.')
  process.exitCode = 1
}

export const sample: Command = {
  summary: 'load the sample content: summaries of public sources',
  usage: '',
  help: 'What is there already stays as it is.',
  async run(args) {
    readArgs(args, {})
    await bringUp()
    await loadReference(db)
    const { loadSample } = await import('#app/domain/sample/load.server.ts')
    const { added } = await loadSample(db)
    say(`Added ${added} items.`)
  },
}
