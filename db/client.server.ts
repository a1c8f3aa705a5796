import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CompiledQuery, Kysely, type LimitNode, SqliteDialect, SqliteQueryCompiler, ValueNode } from 'kysely' // prettier-ignore
import type { Database } from './schema.ts'
import { preparing } from './statements.server.ts'

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
  // A thread does it once a second while the program runs (app/server/checkpoints.server.ts).
  sqlite.pragma('wal_autocheckpoint = 10000')
  sqlite.pragma('foreign_keys = on')
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('cache_size = -32000')
  // After a great change the journal shrinks again.
  sqlite.pragma('journal_size_limit = 8000000')
  return { sqlite, db: new Kysely<Database>({ dialect: dialectOf(sqlite) }) }
}

// A transaction waits for its turn before it reads: one that first reads and then writes would fail
// where another process wrote in between. SQLite takes one back by itself when the disk is full;
// asking for it once more would hide what went wrong behind "cannot rollback".
function dialectOf(sqlite: Sqlite.Database) {
  const dialect = new SqliteDialect({ database: preparing(sqlite) })
  dialect.createQueryCompiler = () => new Compiler()
  const createDriver = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => {
    const driver = createDriver()
    driver.beginTransaction = async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    }
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = async (connection) => {
      if (sqlite.inTransaction) await rollback(connection)
    }
    return driver
  }
  return dialect
}

// SQLite plans a statement anew whenever it is given another number of rows.
class Compiler extends SqliteQueryCompiler {
  protected override visitLimit({ limit }: LimitNode) {
    this.append('limit ')
    if (ValueNode.is(limit) && Number.isInteger(limit.value)) this.append(String(limit.value))
    else this.visitNode(limit)
  }
}

// Survives the module reloads of development, which would otherwise open the file again and again.
const global = globalThis as { multaqa?: ReturnType<typeof openDatabase> }

export const { sqlite, db } = (global.multaqa ??= openDatabase(
  process.env.DATABASE_FILE ?? join(process.env.DATA_DIR || './data', 'multaqa.db'),
))
