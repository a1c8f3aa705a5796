import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // A link by which a collectivity answers, without an account, whether what was written for it is
  // right: the last one of a draft. The address and the name go with the row, some days after it ended.
  `create table attestation_request (
    id text primary key not null,
    item_id text not null unique references item (id) on delete cascade,
    asked_by text not null references user (id) on delete cascade,
    email text not null check (length(email) between 3 and 254),
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    token_hash text not null unique,
    revision integer not null check (revision > 0),
    asked_at text not null default ${now},
    expires_at text not null,
    answered_at text,
    answer text check (answer in ('right', 'change')),
    name text check (length(name) between 1 and 80),
    function text check (length(function) between 1 and 120),
    notice text check (length(notice) = 10),
    note text check (length(note) between 1 and 1000),
    check ((answered_at is null) = (answer is null)),
    check ((answer is not null and answer = 'right') = (name is not null)),
    check ((name is null) = (function is null) and (name is null) = (notice is null)),
    check ((answer is not null and answer = 'change') = (note is not null))
  ) strict`,
  `create index attestation_request_asker on attestation_request (asked_by, asked_at)`,
  `create index attestation_request_email on attestation_request (email)`,

  // That a collectivity said so, and in which function: stays with the practice.
  `create table attestation (
    item_id text primary key not null references item (id) on delete cascade,
    collectivity_code text not null references collectivity (code),
    function text not null check (length(function) between 1 and 120),
    attested_at text not null default ${now}
  ) strict`,
  `create index attestation_collectivity on attestation (collectivity_code)`,
]
