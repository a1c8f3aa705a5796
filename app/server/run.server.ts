import type { Program } from './listen.server.ts'
import { start } from './start.server.ts'

/** Runs one command of the program: what `npm start` and `npm run cli -- …` call. */
export async function run(argv: string[], program: Program) {
  const [command = 'start'] = argv
  if (command === 'start') return start(program)
  process.stderr.write(`unknown command: ${command}\n`)
  process.exitCode = 1
}
