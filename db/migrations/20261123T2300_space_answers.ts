import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

// Whoever asked to join a space is told of the answer; SQLite changes a CHECK only by a new table.
const statements = [
  `create table notification_new (
    id text primary key not null,
    user_id text not null references user (id) on delete cascade,
    kind text not null check (kind in ('mention', 'reply', 'accepted', 'published', 'returned',
      'seat_confirmed', 'seat_refused', 'space_joined', 'space_request', 'space_admitted',
      'space_refused')),
    item_id text references item (id) on delete cascade,
    space_id text references space (id) on delete cascade,
    actor_id text references user (id) on delete set null,
    note text not null default '' check (length(note) <= 1000),
    created_at text not null default ${now},
    read_at text
  ) strict`,
  `insert into notification_new (id, user_id, kind, item_id, space_id, actor_id, note, created_at, read_at)
    select id, user_id, kind, item_id, space_id, actor_id, note, created_at, read_at from notification`,
  `drop table notification`,
  `alter table notification_new rename to notification`,
  `create index notification_user on notification (user_id, created_at, id)`,
  `create index notification_unread on notification (user_id) where read_at is null`,
  `create index notification_item on notification (item_id)`,
  `create index notification_space on notification (space_id)`,
  `create index notification_actor on notification (actor_id)`,
]
