import { program } from './build.js'
import { giveUp } from './explain.js'

process.env.NODE_ENV ??= 'production'
process.env.LOG_LEVEL ||= 'warn'

const words = process.argv.length > 2 ? process.argv.slice(2) : ['help']

// Whoever asks what a command does must not find a database made by asking.
if (words.some((word) => ['help', '--help', '-h'].includes(word))) {
  process.env.DATABASE_FILE = ':memory:'
}

try {
  const { run, ...rest } = await program()
  await run(words, rest)
} catch (error) {
  giveUp(error)
}
