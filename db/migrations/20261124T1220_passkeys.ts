import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // id and public_key as the device gave them; what they are good for stays in the device.
  `create table passkey (
    id text primary key not null check (length(id) <= 1400),
    user_id text not null references user (id) on delete cascade,
    public_key blob not null,
    counter integer not null default 0,
    transports text not null default '[]' check (json_valid(transports)),
    name text not null check (length(name) between 1 and 60),
    created_at text not null default ${now},
    last_used_at text
  ) strict`,
  `create index passkey_user on passkey (user_id)`,

  // What a device is asked to sign, once: to sign in (nobody yet), or to become somebody's passkey.
  `create table passkey_challenge (
    hash text primary key not null,
    user_id text references user (id) on delete cascade,
    expires_at text not null
  ) strict`,
  `create index passkey_challenge_user on passkey_challenge (user_id)`,
  `create index passkey_challenge_expires on passkey_challenge (expires_at)`,
]
