import { AsyncLocalStorage } from 'node:async_hooks'
import type Sqlite from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

type Prepared = Sqlite.Statement<unknown[]>

/** Is told of each statement that ran, of what it was given and of the rows that it gave. */
export type Watcher = (statement: Prepared, parameters: unknown[], rows: unknown[]) => void

// A page asks the same few dozen things again and again; lists of ids make some more of them.
const MOST_KEPT = 500

const watchers = new AsyncLocalStorage<Watcher[]>()
let watching = 0

/** Runs something, and tells `watcher` of every statement that runs for it, in order. */
export async function watchStatements<T>(watcher: Watcher, run: () => Promise<T>): Promise<T> {
  watching++
  try {
    return await watchers.run([...(watchers.getStore() ?? []), watcher], run)
  } finally {
    // Node 20 follows every callback and promise of the process for it, which slows all of them.
    if (--watching === 0) watchers.disable()
  }
}

/**
 * The connection as Kysely asks it: what has been prepared once is used again, which saves a good
 * part of a short statement's time.
 */
export function preparing(sqlite: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => void sqlite.close(),
    prepare(source) {
      const known = kept.get(source)
      const statement = known ?? watched(sqlite, source)
      // The one used longest ago stands first, and goes first.
      if (known) kept.delete(source)
      else if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
      kept.set(source, statement)
      return statement
    },
  }
}

function watched(sqlite: Sqlite.Database, source: string): SqliteStatement {
  const statement = sqlite.prepare<unknown[]>(source)
  return {
    reader: statement.reader,
    all(parameters) {
      const rows = statement.all(parameters as unknown[])
      tell(statement, parameters, rows)
      return rows
    },
    run(parameters) {
      const done = statement.run(parameters as unknown[])
      tell(statement, parameters, [])
      return done
    },
    // Is busy until it is read to its end, and so is not shared.
    iterate: (parameters) => sqlite.prepare<unknown[]>(source).iterate(parameters as unknown[]),
  }
}

function tell(statement: Prepared, parameters: readonly unknown[], rows: unknown[]) {
  for (const watcher of watchers.getStore() ?? []) watcher(statement, [...parameters], rows)
}

/**
 * A way to ask whether anything at all has been written to the file since, by this process or
 * another one: the same text means that nothing was. Null while this process is in the middle of a
 * transaction, of which nobody else knows yet.
 */
export function versionOf(sqlite: Sqlite.Database) {
  // What others committed (https://sqlite.org/pragma.html#pragma_data_version), and what we wrote.
  const theirs = sqlite.prepare('pragma data_version').pluck()
  const ours = sqlite.prepare('select total_changes()').pluck()
  return () => (sqlite.inTransaction ? null : `${String(theirs.get())} ${String(ours.get())}`)
}
