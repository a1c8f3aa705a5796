import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  await widen(db, 'item', 'collection')
  await widen(db, 'notification', 'collected')
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // What a collection holds, in its order. Positions have gaps where a reader may not read something;
  // pages number what they show.
  `create table collection_entry (
    collection_id text not null references item (id) on delete cascade,
    item_id text not null references item (id) on delete cascade,
    position integer not null check (position between 1 and 1000000),
    note text check (length(note) between 1 and 300),
    note_lang text check (note_lang in ('ar', 'fr', 'zgh', 'en')),
    added_by text references user (id) on delete set null,
    created_at text not null default ${now},
    primary key (collection_id, item_id),
    check ((note is null) = (note_lang is null)),
    check (collection_id <> item_id)
  ) strict, without rowid`,
  `create index collection_entry_item on collection_entry (item_id, collection_id)`,
  `create index collection_entry_added_by on collection_entry (added_by)`,

  // A bookmark lies in one folder of its owner, or in none.
  `create table bookmark_folder (
    id text primary key not null,
    user_id text not null references user (id) on delete cascade,
    name text not null check (length(name) between 1 and 60),
    created_at text not null default ${now},
    unique (user_id, name)
  ) strict`,
  `alter table bookmark add column folder_id text references bookmark_folder (id) on delete set null`,
  `create index bookmark_folder_id on bookmark (folder_id)`,
]

type Part = { type: string; sql: string }

// One more kind, whichever there are by now: SQLite changes a check by a new table only.
async function widen(db: Kysely<unknown>, name: 'item' | 'notification', kind: string) {
  const { rows } = await sql<Part>`select type, sql from sqlite_master
    where tbl_name = ${name} and sql is not null`.execute(db)
  const table = rows.find(({ type }) => type === 'table')!.sql
  const wider = table
    .replace(new RegExp(`^create table "?${name}"?`, 'i'), `create table ${name}_new`)
    .replace(/kind in \(/i, `kind in ('${kind}', `)
  await sql.raw(wider).execute(db)
  await sql.raw(`insert into ${name}_new select * from ${name}`).execute(db)
  await sql.raw(`drop table ${name}`).execute(db)
  await sql.raw(`alter table ${name}_new rename to ${name}`).execute(db)
  for (const part of rows.filter(({ type }) => type !== 'table')) {
    await sql.raw(part.sql).execute(db)
  }
}
