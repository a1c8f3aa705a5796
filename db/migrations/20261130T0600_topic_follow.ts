import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await widen(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // What a person follows beside items: a tag, a space or a collectivity, one a row.
  `create table topic_follow (
    user_id text not null references user (id) on delete cascade,
    tag_id text references tag (id) on delete cascade,
    space_id text references space (id) on delete cascade,
    collectivity_code text references collectivity (code) on delete cascade,
    created_at text not null default ${now},
    check ((tag_id is not null) + (space_id is not null) + (collectivity_code is not null) = 1)
  ) strict`,
  `create unique index topic_follow_tag on topic_follow (tag_id, user_id)`,
  `create unique index topic_follow_space on topic_follow (space_id, user_id)`,
  `create unique index topic_follow_collectivity on topic_follow (collectivity_code, user_id)`,
  `create index topic_follow_user on topic_follow (user_id)`,
]

type Part = { type: string; sql: string }

// More kinds of notifications, whichever there are by now: SQLite changes a check by a new table only.
async function widen(db: Kysely<unknown>) {
  const { rows } = await sql<Part>`select type, sql from sqlite_master
    where tbl_name = 'notification' and sql is not null`.execute(db)
  const table = rows.find(({ type }) => type === 'table')!.sql
  const wider = table
    .replace(/^create table "?notification"?/i, 'create table notification_new')
    .replace(/kind in \(/i, `kind in ('topic', 'changed', 'adopted', `)
  await sql.raw(wider).execute(db)
  await sql`insert into notification_new select * from notification`.execute(db)
  await sql`drop table notification`.execute(db)
  await sql`alter table notification_new rename to notification`.execute(db)
  for (const part of rows.filter(({ type }) => type !== 'table')) {
    await sql.raw(part.sql).execute(db)
  }
}
