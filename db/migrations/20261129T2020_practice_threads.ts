import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await widen(db)
}

const statements = [
  // A thread asks about a practice, or a practice was made from it.
  `create table practice_thread (
    practice_id text not null references item (id) on delete cascade,
    thread_id text not null references item (id) on delete cascade,
    tie text not null check (tie in ('question', 'origin')),
    primary key (practice_id, thread_id)
  ) strict, without rowid`,
  `create index practice_thread_thread on practice_thread (thread_id, practice_id)`,
]

type Part = { type: string; sql: string }

// More kinds of notifications, whichever there are by now: SQLite changes a check by a new table only.
async function widen(db: Kysely<unknown>) {
  const { rows } = await sql<Part>`select type, sql from sqlite_master
    where tbl_name = 'notification' and sql is not null`.execute(db)
  const table = rows.find(({ type }) => type === 'table')!.sql
  const wider = table
    .replace(/^create table "?notification"?/i, 'create table notification_new')
    .replace(/kind in \(/i, `kind in ('question', 'credit', `)
  await sql.raw(wider).execute(db)
  await sql`insert into notification_new select * from notification`.execute(db)
  await sql`drop table notification`.execute(db)
  await sql`alter table notification_new rename to notification`.execute(db)
  for (const part of rows.filter(({ type }) => type !== 'table')) {
    await sql.raw(part.sql).execute(db)
  }
}
