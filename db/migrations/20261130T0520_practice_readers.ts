import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const readers = `text not null default 'public' check`

const statements = [
  `alter table practice add column contact text check (length(contact) <= 200)`,

  // Who reads these parts of a practice; what there is already stays as it is shown.
  ...['obstacles_readers', 'cost_readers', 'contact_readers'].map(
    (name) =>
      `alter table practice add column ${name} ${readers} (${name} in ('public', 'network'))`,
  ),

  // The index again, with rows for what only some readers of an item find it by. Derived: the next
  // start makes it anew.
  `drop table search_row`,
  `drop table search_text`,
  `drop table search_title`,
  `create table search_row (
    id integer primary key autoincrement not null,
    item_id text not null references item (id) on delete cascade,
    lead_id text not null references item (id) on delete cascade,
    lang text not null,
    for_members integer not null default 0 check (for_members in (0, 1)),
    space_id text,
    kind text,
    published_at text,
    collectivity_code text,
    region_code text,
    place_kind text,
    stage text,
    year integer,
    files integer not null default 0,
    principles text not null default '[]' check (json_valid(principles)),
    tags text not null default '[]' check (json_valid(tags)),
    authors text not null default '[]' check (json_valid(authors)),
    fingerprint text not null,
    unique (item_id, lang, for_members)
  ) strict`,
  `create index search_row_lead on search_row (lead_id)`,
  `create virtual table search_text using fts5 (title, tags, place, summary, body,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'")`,
  `create virtual table search_title using fts5 (title, content = '', contentless_delete = 1,
    detail = none, prefix = '2 3', tokenize = "ascii tokenchars '_'")`,
  `create trigger search_row_gone after delete on search_row begin
    delete from search_text where rowid = old.id;
    delete from search_title where rowid = old.id;
  end`,
  `update search_size set rows = 0`,
  `create trigger search_size_grows after insert on search_row
    begin update search_size set rows = rows + 1; end`,
  `create trigger search_size_shrinks after delete on search_row
    begin update search_size set rows = rows - 1; end`,
]
