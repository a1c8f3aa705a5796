import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Who was looked at last, in the order of the ids of people: those after them are still to be told.
  `alter table telling add column told_to text not null default ''`,
]
