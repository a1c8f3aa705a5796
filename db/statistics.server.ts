import type Sqlite from 'better-sqlite3'

// Nearly all rows have the same value there, and those that are asked for are few: of an average
// SQLite would think that they are many. Without one it takes them for ten.
const UNEVEN = ['user_role', 'thread_accepted_post', 'thread_accepted_by']

// The tables in which FTS5 keeps its indexes. All that it asks of them it asks by their keys; told that one has
// two rows, as in a new forum, SQLite would read it from end to end instead, long after it has grown.
const SHADOWS = `tbl in (select name from pragma_table_list where type = 'shadow')`

/**
 * Lets SQLite look at what the tables hold now, so that the best index is taken
 * (https://sqlite.org/lang_analyze.html); with `all` also where it does not think it worth it. The
 * samples of values that it takes are deleted: they would be looked up for each value that a statement
 * is given, so that each is planned anew whenever it runs; and they hold what is erased later.
 */
export function refreshStatistics(sqlite: Sqlite.Database, { all = false } = {}) {
  sqlite.pragma(all ? 'optimize = 0x10002' : 'optimize')
  if (!mislead(sqlite)) return
  sqlite
    .prepare(
      `delete from sqlite_stat1 where ${SHADOWS} or idx in (${UNEVEN.map(() => '?').join()})`,
    )
    .run(...UNEVEN)
  // The second tells this connection, which keeps in mind how many rows it was once told of.
  sqlite.exec('delete from sqlite_stat4; pragma writable_schema = reset')
}

// Nothing is written when there is nothing to delete: a start also does on a full disk.
function mislead(sqlite: Sqlite.Database) {
  const table = sqlite.prepare(`select 1 from sqlite_schema where name = 'sqlite_stat4'`)
  const isThere = (sql: string) => sqlite.prepare(`${sql} limit 1`).get() !== undefined
  if (!table.get()) return false
  return (
    isThere('select 1 from sqlite_stat4') || isThere(`select 1 from sqlite_stat1 where ${SHADOWS}`)
  )
}
