import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { migrations } from './migrations/index.ts'

/**
 * Runs the migrations that have not run yet, in order, each in a transaction of its own.
 * Kysely wraps no SQLite migration in one (a failing `up` would leave half a schema), hence this.
 * Takes the database; gives the names that ran. Throws when one fails, or when the database knows
 * a migration that this program does not (it is older than its data).
 */
export async function migrateToLatest(db: Kysely<any>, list = migrations) {
  await sql`create table if not exists migration (
    name text primary key not null, ran_at text not null) strict`.execute(db)
  const done = await ranMigrations(db)
  const unknown = done.find((name) => !(name in list))
  if (unknown) throw new Error(`The database is newer than this program: it has run ${unknown}`)

  const waiting = Object.keys(list).filter((name) => !done.includes(name))
  if (waiting.length === 0) return []
  // Ignored inside a transaction, so it is set around them; a rebuilt table must not cascade.
  await sql`pragma foreign_keys = off`.execute(db)
  try {
    for (const name of waiting) await run(db, name, list)
  } finally {
    await sql`pragma foreign_keys = on`.execute(db)
  }
  return waiting
}

/** The names of the migrations this database still waits for; every one when it is new. */
export async function waitingMigrations(db: Kysely<any>) {
  const table = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name = 'migration'`.execute(db)
  const done = table.rows.length ? await ranMigrations(db) : []
  return {
    isNew: done.length === 0,
    waiting: Object.keys(migrations).filter((n) => !done.includes(n)),
  }
}

async function ranMigrations(db: Kysely<any>) {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

async function run(db: Kysely<any>, name: string, list: typeof migrations) {
  await db.transaction().execute(async (trx) => {
    await list[name]!.up(trx)
    const { rows } = await sql`pragma foreign_key_check`.execute(trx)
    if (rows.length) throw new Error(`${name} leaves ${rows.length} rows that point nowhere`)
    await sql`insert into migration (name, ran_at)
      values (${name}, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`.execute(trx)
  })
}
