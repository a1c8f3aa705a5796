import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // Whose words a practice was made from, and what they said when they were asked to be named.
  `create table practice_contributor (
    practice_id text not null references item (id) on delete cascade,
    user_id text not null references user (id) on delete cascade,
    seat_id text references seat (id) on delete set null,
    state text not null default 'asked' check (state in ('asked', 'agreed', 'declined')),
    asked_at text not null default ${now},
    answered_at text,
    primary key (practice_id, user_id)
  ) strict, without rowid`,
  `create index practice_contributor_user on practice_contributor (user_id, practice_id)`,
  `create index practice_contributor_seat on practice_contributor (seat_id)`,
]
