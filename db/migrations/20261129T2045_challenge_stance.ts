import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // How a collectivity stands to a challenge: it faces it, works on it with others, or looks on.
  `alter table challenge_face add column stance text not null default 'faces'
    check (stance in ('faces', 'working', 'observer'))`,
]
