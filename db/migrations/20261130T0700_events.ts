import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  await widen(db, 'item', 'event')
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  `create table event (
    item_id text primary key not null references item (id) on delete cascade,
    place text not null check (length(place) between 1 and 120),
    starts_on text not null check (length(starts_on) = 10),
    ends_on text check (length(ends_on) = 10 and ends_on >= starts_on),
    source_url text check (length(source_url) between 1 and 1000)
  ) strict`,
  `create index event_starts_on on event (starts_on, item_id)`,

  // What a collectivity presented there; of it a practice is to be written, from a seat of that
  // collectivity, or it says that none will be. No person is named.
  `create table presentation (
    id text primary key not null,
    event_id text not null references event (item_id) on delete cascade,
    title text not null check (length(title) between 1 and 200),
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    collectivity_code text not null references collectivity (code),
    declined_at text,
    reason text check (length(reason) between 1 and 500),
    reason_lang text check (reason_lang in ('ar', 'fr', 'zgh', 'en')),
    reminded integer not null default 0 check (reminded between 0 and 3),
    created_at text not null default ${now},
    unique (event_id, collectivity_code, title),
    check (reason is null or declined_at is not null),
    check ((reason is null) = (reason_lang is null))
  ) strict`,
  `create index presentation_collectivity on presentation (collectivity_code, declined_at)`,
  `create index presentation_waiting on presentation (reminded, created_at)
    where declined_at is null and reminded < 3`,

  // What was written of it, each as private as it is itself: a reader is told of those they may read.
  `create table presentation_practice (
    presentation_id text not null references presentation (id) on delete cascade,
    practice_id text not null references practice (item_id) on delete cascade,
    primary key (presentation_id, practice_id)
  ) strict, without rowid`,
  `create index presentation_practice_practice on presentation_practice (practice_id, presentation_id)`,
]

type Part = { type: string; sql: string }

// One more kind, whichever there are by now: SQLite changes a check by a new table only.
async function widen(db: Kysely<unknown>, name: 'item', kind: string) {
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
