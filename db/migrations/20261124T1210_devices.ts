import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // A browser in which somebody has signed in before, known by a cookie and by nothing it is or has.
  `create table device (
    user_id text not null references user (id) on delete cascade,
    hash text not null,
    created_at text not null default ${now},
    last_seen_at text not null default ${now},
    primary key (user_id, hash)
  ) strict, without rowid`,
  `create index device_last_seen on device (last_seen_at)`,
]
