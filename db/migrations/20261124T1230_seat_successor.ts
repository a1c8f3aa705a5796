import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // The seat that followed this one: it is handed over once.
  `alter table seat add column successor_id text references seat (id) on delete set null`,
  `create index seat_successor on seat (successor_id)`,
]
