import type Sqlite from 'better-sqlite3'

// Nearly all rows have the same value there, and those that are asked for are few: of an average
// SQLite would think that they are many. Without one it takes them for ten.
const UNEVEN = ['user_role', 'thread_accepted_post', 'thread_accepted_by']

/**
 * Lets SQLite look at what the tables hold now, so that the best index is taken
 * (https://sqlite.org/lang_analyze.html); with `all` also where it does not think it worth it. The
 * samples of values that it takes are deleted: they would be looked up for each value that a statement
 * is given, so that each is planned anew whenever it runs; and they hold what is erased later.
 */
export function refreshStatistics(sqlite: Sqlite.Database, { all = false } = {}) {
  sqlite.pragma(all ? 'optimize = 0x10002' : 'optimize')
  if (!hasSamples(sqlite)) return
  sqlite
    .prepare(`delete from sqlite_stat1 where idx in (${UNEVEN.map(() => '?').join()})`)
    .run(...UNEVEN)
  // The second tells this connection.
  sqlite.exec('delete from sqlite_stat4; analyze sqlite_schema')
}

// Nothing was looked at when there are none, and nothing is written then: a start also does on a full disk.
function hasSamples(sqlite: Sqlite.Database) {
  const table = sqlite.prepare(`select 1 from sqlite_schema where name = 'sqlite_stat4'`)
  return Boolean(table.get() && sqlite.prepare('select 1 from sqlite_stat4 limit 1').get())
}
