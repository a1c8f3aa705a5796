import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // An app that shows a new code every thirty seconds. It counts once it is confirmed; last_step is
  // the last of these half minutes whose code was used, so that none works twice.
  `create table totp (
    user_id text primary key not null references user (id) on delete cascade,
    secret text not null check (length(secret) = 32),
    last_step integer not null default 0,
    created_at text not null default ${now},
    confirmed_at text
  ) strict`,

  `create table recovery_code (
    hash text primary key not null,
    user_id text not null references user (id) on delete cascade,
    used_at text
  ) strict`,
  `create index recovery_code_user on recovery_code (user_id)`,

  // A password was right and the second factor is still to come: never a session.
  `create table half_sign_in (
    hash text primary key not null,
    user_id text not null references user (id) on delete cascade,
    tries integer not null default 0,
    expires_at text not null
  ) strict`,
  `create index half_sign_in_user on half_sign_in (user_id)`,
  `create index half_sign_in_expires on half_sign_in (expires_at)`,

  // When the second factor was given, and when the person last proved again who they are.
  `alter table session add column second_factor_at text`,
  `alter table session add column proved_at text`,
]
