import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const [table, column] of RARE) {
    const index = `${table}_${column.replace('_id', '')}`
    await sql.raw(`drop index ${index}`).execute(db)
    await sql
      .raw(`create index ${index} on ${table} (${column}) where ${column} is not null`)
      .execute(db)
  }
}

// What nearly no row names: an index of all of them is written with each, and holds nothing.
const RARE = [
  ['notification', 'act_id'],
  ['notification', 'space_id'],
  ['mail', 'act_id'],
  ['mail', 'space_id'],
  ['item', 'hidden_by'],
] as const
