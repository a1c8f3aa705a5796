import { runCommand } from './commands/index.server.ts'
import { demo } from './demo.server.ts'
import type { Program } from './listen.server.ts'
import { start } from './start.server.ts'

/** Runs one command of the program: what `npm start`, `npm run demo` and `npm run cli` call. */
export async function run(argv: string[], program: Program) {
  const [command] = argv
  if (command === 'start') return start(program)
  if (command === 'demo') return demo(program)
  return runCommand(argv)
}
