import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // The administrators' list of accounts, the newest first, was sorted whole for each of its pages.
  `create index user_created on user (created_at, id)`,
  // The mails that were given up were counted by reading all of them.
  `create index mail_failed on mail (failed_at) where failed_at is not null and sent_at is null`,
]
