import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Of what somebody has not read the last is shown: who was away for a year has thousands.
  `drop index notification_unread`,
  `create index notification_unread on notification (user_id, created_at) where read_at is null`,
]
