import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What people are still to be told of, in the order in which it was written; a job empties it. No
  // foreign keys: their indexes would be most of what writing a row takes, and who takes it looks.
  `create table telling (
    id integer primary key not null,
    kind text not null check (kind in ('text', 'topic')),
    item_id text not null,
    actor_id text not null,
    followed text not null check (json_valid(followed)),
    asked text not null check (json_valid(asked))
  ) strict`,
]
