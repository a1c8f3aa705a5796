import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await widen(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`
const lang = `lang text not null check (lang in ('ar', 'fr', 'zgh', 'en'))`

const statements = [
  // How a version in another language than the original's stands to it: by whom, from which revision,
  // which fields of the original have changed since, and who looked it through. A version without a
  // row was written before this was kept.
  `create table translation (
    item_id text not null references item (id) on delete cascade,
    ${lang},
    translator_id text references user (id) on delete set null,
    translated_at text,
    revision integer not null check (revision >= 0),
    changed text not null default '[]' check (json_valid(changed)),
    reviewer_id text references user (id) on delete set null,
    reviewed_at text,
    primary key (item_id, lang)
  ) strict, without rowid`,
  `create index translation_translator on translation (translator_id)`,
  `create index translation_reviewer on translation (reviewer_id)`,
  `create index translation_outdated on translation (lang, item_id) where changed <> '[]'`,

  // "Our collectivity would like this in that language": one a collectivity, till there is a version.
  `create table translation_wish (
    item_id text not null references item (id) on delete cascade,
    ${lang},
    collectivity_code text not null references collectivity (code),
    seat_id text references seat (id) on delete set null,
    created_at text not null default ${now},
    primary key (item_id, lang, collectivity_code)
  ) strict, without rowid`,
  `create index translation_wish_lang on translation_wish (lang, item_id)`,
  `create index translation_wish_collectivity on translation_wish (collectivity_code)`,
  `create index translation_wish_seat on translation_wish (seat_id)`,
]

type Part = { type: string; sql: string }

// One more kind of notifications, whichever there are by now: SQLite changes a check by a new table only.
async function widen(db: Kysely<unknown>) {
  const { rows } = await sql<Part>`select type, sql from sqlite_master
    where tbl_name = 'notification' and sql is not null`.execute(db)
  const table = rows.find(({ type }) => type === 'table')!.sql
  const wider = table
    .replace(/^create table "?notification"?/i, 'create table notification_new')
    .replace(/kind in \(/i, `kind in ('translated', `)
  await sql.raw(wider).execute(db)
  await sql`insert into notification_new select * from notification`.execute(db)
  await sql`drop table notification`.execute(db)
  await sql`alter table notification_new rename to notification`.execute(db)
  for (const part of rows.filter(({ type }) => type !== 'table')) {
    await sql.raw(part.sql).execute(db)
  }
}
