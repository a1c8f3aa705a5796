import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // What a seat says of a practice or tool at a time: that it still runs in its own collectivity, that it
  // does not and why, or (with a day until which it holds) that it was looked at and is as it says.
  `create table confirmation (
    id text primary key not null,
    item_id text not null references item (id) on delete cascade,
    says text not null check (says in ('running', 'stopped', 'verified')),
    function text not null check (length(function) between 1 and 30),
    collectivity_code text references collectivity (code),
    note text not null default '' check (length(note) <= 500),
    said_at text not null default ${now},
    until text check (length(until) = 10),
    check ((says = 'verified') = (until is not null)),
    check (says <> 'stopped' or note <> '')
  ) strict`,
  `create index confirmation_item on confirmation (item_id, said_at)`,
  `create index confirmation_collectivity on confirmation (collectivity_code)`,
]
