import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Steps, changes and what came to a collection are told in the same way. SQLite changes a check by a
  // new table only; what waits keeps its place.
  `create table telling_new (
    id integer primary key not null,
    kind text not null check (kind in ('text', 'adopted', 'topic', 'changed', 'collected')),
    item_id text not null,
    actor_id text not null,
    followed text not null check (json_valid(followed)),
    asked text not null check (json_valid(asked)),
    told_to text not null default ''
  ) strict`,
  `insert into telling_new (id, kind, item_id, actor_id, followed, asked, told_to)
    select id, kind, item_id, actor_id, followed, asked, told_to from telling`,
  `drop table telling`,
  `alter table telling_new rename to telling`,
]
