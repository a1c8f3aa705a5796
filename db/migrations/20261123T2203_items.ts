import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // All that people write. One table, so that who may read it is decided in one expression.
  `create table item (
    id text primary key not null,
    kind text not null check (kind in ('challenge', 'thread', 'post', 'practice', 'tool', 'document')),
    space_id text references space (id),
    thread_id text references item (id) on delete cascade,
    author_id text references user (id) on delete set null,
    seat_id text references seat (id) on delete set null,
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    state text not null check (state in ('draft', 'held', 'submitted', 'published', 'archived')),
    created_at text not null default ${now},
    published_at text,
    edited_at text,
    hidden_at text,
    hidden_by text references user (id) on delete set null,
    hidden_reason text check (length(hidden_reason) <= 500),
    check ((kind = 'post') = (thread_id is not null)),
    check (state not in ('published', 'archived') or published_at is not null)
  ) strict`,
  `create index item_kind on item (kind, state, published_at, id)`,
  `create index item_space on item (space_id, kind, published_at, id)`,
  `create index item_thread on item (thread_id, published_at, id)`,
  `create index item_author on item (author_id, kind, published_at)`,
  `create index item_seat on item (seat_id)`,
  `create index item_hidden_by on item (hidden_by)`,
  `create index item_waiting on item (state, created_at) where state in ('held', 'submitted')`,

  // One row per language version; item.lang names the original.
  `create table item_text (
    item_id text not null references item (id) on delete cascade,
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    title text check (length(title) between 1 and 200),
    summary text check (length(summary) <= 500),
    primary key (item_id, lang)
  ) strict, without rowid`,

  // The long texts: Markdown as written, and the HTML made from it by that version of the renderer.
  `create table section (
    item_id text not null,
    lang text not null,
    name text not null check (name in ('body', 'outcome', 'context', 'steps', 'participants', 'partners',
      'resources', 'results', 'obstacles', 'lessons', 'transfer', 'legal')),
    source text not null check (length(source) between 1 and 40000),
    html text not null,
    renderer integer not null,
    primary key (item_id, lang, name),
    foreign key (item_id, lang) references item_text (item_id, lang) on delete cascade
  ) strict`,

  `create table item_principle (
    item_id text not null references item (id) on delete cascade,
    principle text not null references principle (slug),
    primary key (item_id, principle)
  ) strict, without rowid`,
  `create index item_principle_principle on item_principle (principle, item_id)`,
  `create table item_tag (
    item_id text not null references item (id) on delete cascade,
    tag_id text not null references tag (id) on delete cascade,
    primary key (item_id, tag_id)
  ) strict, without rowid`,
  `create index item_tag_tag on item_tag (tag_id, item_id)`,

  `create table challenge (
    item_id text primary key not null references item (id) on delete cascade,
    progress text not null default 'open' check (progress in ('open', 'working', 'answered')),
    outcome_at text,
    outcome_by text references user (id) on delete set null,
    check (progress <> 'answered' or outcome_at is not null)
  ) strict`,
  `create index challenge_progress on challenge (progress)`,
  `create index challenge_outcome_by on challenge (outcome_by)`,
  `create table challenge_face (
    challenge_id text not null references challenge (item_id) on delete cascade,
    collectivity_code text not null references collectivity (code),
    seat_id text references seat (id) on delete set null,
    created_at text not null default ${now},
    primary key (challenge_id, collectivity_code)
  ) strict, without rowid`,
  `create index challenge_face_collectivity on challenge_face (collectivity_code, challenge_id)`,
  `create index challenge_face_seat on challenge_face (seat_id)`,
  // The threads about a challenge, and the practices and tools that answer it.
  `create table challenge_link (
    challenge_id text not null references challenge (item_id) on delete cascade,
    item_id text not null references item (id) on delete cascade,
    linked_by text references user (id) on delete set null,
    created_at text not null default ${now},
    primary key (challenge_id, item_id)
  ) strict, without rowid`,
  `create index challenge_link_item on challenge_link (item_id, challenge_id)`,
  `create index challenge_link_linked_by on challenge_link (linked_by)`,

  `create table thread (
    item_id text primary key not null references item (id) on delete cascade,
    form text not null check (form in ('question', 'experience', 'discussion')),
    accepted_post_id text references item (id) on delete set null,
    accepted_by text references user (id) on delete set null,
    accepted_at text,
    reply_count integer not null default 0 check (reply_count >= 0),
    last_post_at text not null default ${now},
    locked_at text
  ) strict`,
  `create index thread_last_post on thread (last_post_at, item_id)`,
  `create index thread_accepted_post on thread (accepted_post_id)`,
  `create index thread_accepted_by on thread (accepted_by)`,

  `create table practice (
    item_id text primary key not null references item (id) on delete cascade,
    collectivity_code text references collectivity (code),
    place text check (length(place) <= 120),
    country text not null default 'MA' check (length(country) = 2),
    stage text check (stage in ('idea', 'pilot', 'running', 'evaluated', 'stopped')),
    year integer check (year between 1956 and 2100),
    started_on text check (length(started_on) <= 10),
    ended_on text check (length(ended_on) <= 10),
    cost text check (length(cost) <= 200),
    duration text check (length(duration) <= 200),
    deliberation text check (length(deliberation) <= 200),
    website_url text check (length(website_url) <= 1000),
    publisher text check (length(publisher) <= 200),
    licence text not null default 'CC BY 4.0' check (length(licence) between 1 and 80),
    source_url text check (length(source_url) <= 1000),
    source_lang text check (length(source_lang) <= 10),
    import_id text unique
  ) strict`,
  `create index practice_collectivity on practice (collectivity_code)`,
  `create index practice_stage on practice (stage)`,

  `create table co_author (
    item_id text not null references item (id) on delete cascade,
    user_id text not null references user (id) on delete cascade,
    created_at text not null default ${now},
    primary key (item_id, user_id)
  ) strict, without rowid`,
  `create index co_author_user on co_author (user_id, item_id)`,

  // Each save as a whole, so that any two can be compared and any one restored.
  `create table revision (
    item_id text not null references item (id) on delete cascade,
    number integer not null check (number >= 1),
    author_id text references user (id) on delete set null,
    created_at text not null default ${now},
    note text not null default '' check (length(note) <= 300),
    snapshot text not null check (json_valid(snapshot)),
    primary key (item_id, number)
  ) strict`,
  `create index revision_author on revision (author_id)`,

  `create table reaction (
    item_id text not null references item (id) on delete cascade,
    user_id text not null references user (id) on delete cascade,
    meaning text not null check (meaning in ('thanks', 'worked', 'did_not_work')),
    created_at text not null default ${now},
    primary key (item_id, user_id, meaning)
  ) strict, without rowid`,
  `create index reaction_user on reaction (user_id)`,
  `create table bookmark (
    user_id text not null references user (id) on delete cascade,
    item_id text not null references item (id) on delete cascade,
    created_at text not null default ${now},
    primary key (user_id, item_id)
  ) strict, without rowid`,
  `create index bookmark_item on bookmark (item_id)`,
  `create table follow (
    user_id text not null references user (id) on delete cascade,
    item_id text not null references item (id) on delete cascade,
    created_at text not null default ${now},
    primary key (user_id, item_id)
  ) strict, without rowid`,
  `create index follow_item on follow (item_id, user_id)`,

  // The bytes lie in the database: one file to back up, and no path to guess.
  `create table file (
    id text primary key not null,
    item_id text references item (id) on delete cascade,
    uploader_id text references user (id) on delete set null,
    name text not null check (length(name) between 1 and 120),
    title text not null default '' check (length(title) <= 200),
    lang text check (lang in ('ar', 'fr', 'zgh', 'en')),
    kind text not null check (kind in ('image', 'document')),
    mime text not null check (length(mime) <= 120),
    size integer not null check (size between 1 and 10485760),
    inline integer not null default 0 check (inline in (0, 1)),
    created_at text not null default ${now}
  ) strict`,
  `create index file_item on file (item_id, created_at)`,
  `create index file_uploader on file (uploader_id)`,
  `create index file_loose on file (created_at) where item_id is null`,
  `create table file_content (
    file_id text primary key not null references file (id) on delete cascade,
    bytes blob not null check (length(bytes) <= 10485760)
  ) strict`,
]
