import { parseArgs } from 'node:util'

export type Command = {
  /** One line for the list of commands. */
  summary: string
  /** What follows the command's name. */
  usage: string
  /** What else there is to know, shown by --help. */
  help?: string
  /** Data that this very program has prepared; a new database is then prepared first. */
  needs?: 'current data'
  run: (args: string[]) => Promise<void>
}

/** Something typed wrong: its message is for the person at the keyboard. */
export class UsageError extends Error {}

type Options = Record<string, { type: 'string' | 'boolean' }>

/** Reads a command's arguments: its options, and as many words as `words` names. Throws UsageError. */
export function readArgs<O extends Options>(args: string[], options: O, words: string[] = []) {
  const { values, positionals } = parse(args, options)
  const missing = words[positionals.length]
  if (missing) throw new UsageError(`${missing} is missing.`)
  const extra = positionals[words.length]
  if (extra) throw new UsageError(`"${extra}" is one word too many.`)
  return { values, words: positionals }
}

export function say(line: string) {
  process.stdout.write(`${line}\n`)
}

function parse<O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
