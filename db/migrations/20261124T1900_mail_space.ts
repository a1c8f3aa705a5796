import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // The space that a mail tells of: asked again when the mail leaves, as its item is.
  `alter table mail add column space_id text references space (id) on delete cascade`,
  `create index mail_space on mail (space_id)`,
]
