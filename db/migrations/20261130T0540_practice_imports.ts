import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // What somebody brought in a file and has not yet made drafts of: theirs alone, for some days.
  `create table practice_import (
    id text primary key not null,
    user_id text not null references user (id) on delete cascade,
    name text not null check (length(name) between 1 and 120),
    form text not null check (form in ('table', 'sheet')),
    read_as text not null check (length(read_as) <= 20),
    columns text not null check (json_valid(columns) and json_array_length(columns) <= 100),
    unread text not null default '[]' check (json_valid(unread) and length(unread) <= 10000),
    mapping text not null check (json_valid(mapping) and length(mapping) <= 4000),
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    collectivity_code text references collectivity (code) on delete set null,
    checked_at text,
    created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ) strict`,
  `create index practice_import_user on practice_import (user_id, created_at)`,
  `create index practice_import_created on practice_import (created_at)`,
  `create index practice_import_collectivity on practice_import (collectivity_code)`,

  // A row of it, and the draft that was made of it; that it was made stays when the draft is gone.
  `create table practice_import_row (
    import_id text not null references practice_import (id) on delete cascade,
    position integer not null check (position > 0),
    cells text not null check (json_valid(cells)),
    outcome text check (outcome in ('fit', 'gaps', 'out')),
    made_at text,
    item_id text references item (id) on delete set null,
    primary key (import_id, position)
  ) strict`,
  `create index practice_import_row_item on practice_import_row (item_id)`,
]
