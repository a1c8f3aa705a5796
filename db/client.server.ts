import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Database } from './schema.ts'

export type Db = Kysely<Database>

/**
 * Opens the database file (or `:memory:`), making its folder; sets the pragmas that every
 * connection needs. Throws when the file cannot be opened or is not a database.
 */
export function openDatabase(file: string) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = new Sqlite(file)
  sqlite.pragma('journal_mode = wal')
  sqlite.pragma('synchronous = normal')
  sqlite.pragma('foreign_keys = on')
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('cache_size = -32000')
  return { sqlite, db: new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) }) }
}

// Survives the module reloads of development, which would otherwise open the file again and again.
const global = globalThis as { multaqa?: ReturnType<typeof openDatabase> }

export const { sqlite, db } = (global.multaqa ??= openDatabase(
  process.env.DATABASE_FILE ?? join(process.env.DATA_DIR || './data', 'multaqa.db'),
))
