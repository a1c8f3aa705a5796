import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What is archived is found, and no longer counted with what the library lists. Derived: the next
  // start makes the index anew.
  `alter table search_row add column archived integer not null default 0 check (archived in (0, 1))`,
]
