import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  `create table report (
    id text primary key not null,
    item_id text not null references item (id) on delete cascade,
    reporter_id text references user (id) on delete set null,
    reason text not null check (reason in ('personal_data', 'offensive', 'untrue', 'spam', 'rights', 'other')),
    note text not null default '' check (length(note) <= 1000),
    created_at text not null default ${now},
    settled_at text,
    settled_by text references user (id) on delete set null,
    settlement text check (settlement in ('hidden', 'kept'))
  ) strict`,
  `create index report_item on report (item_id)`,
  `create index report_reporter on report (reporter_id)`,
  `create index report_settled_by on report (settled_by)`,
  `create index report_open on report (created_at) where settled_at is null`,

  `create table notification (
    id text primary key not null,
    user_id text not null references user (id) on delete cascade,
    kind text not null check (kind in ('mention', 'reply', 'accepted', 'published', 'returned',
      'seat_confirmed', 'seat_refused', 'space_joined', 'space_request')),
    item_id text references item (id) on delete cascade,
    space_id text references space (id) on delete cascade,
    actor_id text references user (id) on delete set null,
    note text not null default '' check (length(note) <= 1000),
    created_at text not null default ${now},
    read_at text
  ) strict`,
  `create index notification_user on notification (user_id, created_at, id)`,
  `create index notification_unread on notification (user_id) where read_at is null`,
  `create index notification_item on notification (item_id)`,
  `create index notification_space on notification (space_id)`,
  `create index notification_actor on notification (actor_id)`,

  // Append-only: who did what, to what, and why. Rows of a private space are for that space alone.
  `create table audit (
    id text primary key not null,
    created_at text not null default ${now},
    actor_id text references user (id),
    verb text not null check (length(verb) between 1 and 60),
    subject_kind text not null check (length(subject_kind) between 1 and 30),
    subject_id text not null,
    space_id text references space (id),
    detail text not null default '{}' check (json_valid(detail))
  ) strict`,
  `create index audit_created on audit (created_at, id)`,
  `create index audit_actor on audit (actor_id)`,
  `create index audit_space on audit (space_id, created_at)`,
  `create trigger audit_is_append_only_update before update on audit
    begin select raise(abort, 'the audit log is append-only'); end`,
  `create trigger audit_is_append_only_delete before delete on audit
    begin select raise(abort, 'the audit log is append-only'); end`,

  // Which version of the reference data lies in the database, so that a start loads it only once.
  `create table reference_load (
    name text primary key not null,
    hash text not null,
    loaded_at text not null default ${now}
  ) strict`,

  // Full text, already normalised by the app; contentless, the originals are in item_text and section.
  `create table search_row (
    id integer primary key not null,
    item_id text not null references item (id) on delete cascade,
    lang text not null,
    unique (item_id, lang)
  ) strict`,
  `create virtual table search_text using fts5 (title, tags, summary, body,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'")`,
]
