import { db, sqlite } from '#db/client.server.ts'
import { waitingMigrations } from '#db/migrate.ts'
import { prepare } from '../prepare.server.ts'
import { type Command, say, UsageError } from './command.ts'
import { backup, migrate, reindex, sample } from './data.server.ts'
import { privacyCheck } from './privacy-check.server.ts'
import { userAdd } from './user-add.server.ts'
import { userErase } from './user-erase.server.ts'
import { userFactor } from './user-factor.server.ts'
import { userList } from './user-list.server.ts'

/** What `npm run cli -- …` knows; the README names each. */
export const COMMANDS: Record<string, Command> = {
  'user add': userAdd,
  'user list': userList,
  'user remove-factor': userFactor,
  'user erase': userErase,
  migrate,
  backup,
  reindex,
  sample,
  'privacy-check': privacyCheck,
}

/** Runs one command line. Wrong usage is told with the way to say it right, and ends with 1. */
export async function runCommand(argv: string[]) {
  const name = [argv.slice(0, 2).join(' '), argv[0] ?? ''].find((one) => one in COMMANDS)
  if (!name) return argv[0] === 'help' ? say(overview()) : complain(unknown(argv), overview())
  const args = argv.slice(name.split(' ').length)
  if (args.includes('--help') || args.includes('-h')) return say(helpFor(name))
  try {
    if (COMMANDS[name]!.needs === 'current data') await assertCurrent()
    await COMMANDS[name]!.run(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    complain(error.message, helpFor(name))
  } finally {
    sqlite.close()
  }
}

// A command of a newer program must not change, unasked, what an older one is running on.
async function assertCurrent() {
  const { isNew, waiting } = await waitingMigrations(db)
  if (isNew) await prepare()
  else if (waiting.length) throw new UsageError('Run first: npm run cli -- migrate')
}

function overview() {
  const lines = Object.entries(COMMANDS).map(
    ([name, { summary }]) => `  ${name.padEnd(20)}${summary}`,
  )
  return ['Usage: npm run cli -- COMMAND [--help]', '', ...lines].join('\n')
}

function helpFor(name: string) {
  const { summary, usage, help } = COMMANDS[name]!
  const line = `Usage: npm run cli -- ${name} ${usage}`.trim()
  return [line, '', `${summary[0]!.toUpperCase()}${summary.slice(1)}.`, help]
    .filter((part) => part !== undefined)
    .join('\n')
}

function unknown([first = '', second]: string[]) {
  if (first === '--help' || first === '-h') return ''
  const group = Object.keys(COMMANDS).some((name) => name.startsWith(`${first} `))
  return group && second
    ? `There is no command "${first} ${second}".`
    : `There is no command "${first}".`
}

function complain(problem: string, help: string) {
  if (!problem) return say(help)
  process.stderr.write(`${problem}\n\n${help}\n`)
  process.exitCode = 1
}
