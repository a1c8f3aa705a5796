import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  `drop table search_text`,
  `drop table search_row`,

  // A language version of an item that the index holds, with what its lead is filed under. Derived:
  // the start makes the index anew when its version has changed.
  `create table search_row (
    id integer primary key autoincrement not null,
    item_id text not null references item (id) on delete cascade,
    lead_id text not null references item (id) on delete cascade,
    lang text not null,
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
    unique (item_id, lang)
  ) strict`,
  `create index search_row_lead on search_row (lead_id)`,
  `create virtual table search_text using fts5 (title, tags, place, summary, body,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'")`,
  // Titles once more, with the beginnings of their words: for suggestions while one types.
  `create virtual table search_title using fts5 (title, content = '', contentless_delete = 1,
    detail = none, prefix = '2 3', tokenize = "ascii tokenchars '_'")`,
  // Whatever takes a row away, a cascade too, takes its words away.
  `create trigger search_row_gone after delete on search_row begin
    delete from search_text where rowid = old.id;
    delete from search_title where rowid = old.id;
  end`,

  // The words of the index with one letter left out: a mistyped word meets what it was meant to be.
  `create table search_near (
    cut text not null,
    word text not null check (length(word) between 4 and 24),
    primary key (cut, word)
  ) strict, without rowid`,

  // The names of people and spaces from each of their words on, folded: to be found by a beginning.
  `create table search_name (
    folded text not null check (length(folded) between 1 and 200),
    kind text not null check (kind in ('person', 'space')),
    ref text not null,
    primary key (folded, kind, ref)
  ) strict, without rowid`,
  `create index search_name_ref on search_name (ref)`,
  `create trigger search_name_user_gone after delete on user begin
    delete from search_name where ref = old.id;
  end`,
  `create trigger search_name_space_gone after delete on space begin
    delete from search_name where ref = old.id;
  end`,

  // What texts are about beyond the tags they are filed under: a search for one label of a concept
  // finds the others.
  `create table concept (
    id text primary key not null,
    slug text not null unique check (length(slug) between 1 and 80),
    created_at text not null default ${now}
  ) strict`,
  `create table concept_label (
    concept_id text not null references concept (id) on delete cascade,
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    folded text not null check (length(folded) between 1 and 80),
    label text not null check (length(label) between 1 and 80),
    preferred integer not null default 0 check (preferred in (0, 1)),
    primary key (concept_id, lang, folded)
  ) strict, without rowid`,
  `create index concept_label_folded on concept_label (folded)`,

  // Counts the changes of all names, so that each process knows when its copy is out of date.
  `create table vocabulary (
    id integer primary key not null check (id = 1),
    version integer not null
  ) strict`,
  `insert into vocabulary (id, version) values (1, 0)`,
  ...['tag_label', 'concept_label', 'collectivity_name'].flatMap((table) =>
    ['insert', 'update', 'delete'].map(
      (verb) => `create trigger vocabulary_${table}_${verb} after ${verb} on ${table} begin
        update vocabulary set version = version + 1;
      end`,
    ),
  ),

  // What people looked for and did not find: words and a day, nobody's name.
  `create table search_miss (
    words text not null check (length(words) between 1 and 200),
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    day text not null check (length(day) = 10),
    count integer not null default 1 check (count >= 1),
    primary key (words, lang, day)
  ) strict, without rowid`,
  `create index search_miss_day on search_miss (day)`,

  `create table saved_search (
    id text primary key not null,
    user_id text not null references user (id) on delete cascade,
    query text not null check (length(query) between 1 and 1000),
    created_at text not null default ${now},
    unique (user_id, query)
  ) strict`,
]
