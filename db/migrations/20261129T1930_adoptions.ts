import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const columns = `id, kind, space_id, thread_id, author_id, seat_id, lang, state, created_at, published_at,
  edited_at, hidden_at, hidden_by, hidden_reason`

const statements = [
  // A step of an adoption is written like all else, and belongs to its practice as a reply does to its
  // thread. A CHECK is changed by making the table anew; names elsewhere find the new one.
  `create table item_new (
    id text primary key not null,
    kind text not null check (kind in ('challenge', 'thread', 'post', 'practice', 'tool', 'document',
      'step')),
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
    check ((kind in ('post', 'step')) = (thread_id is not null)),
    check (state not in ('published', 'archived') or published_at is not null)
  ) strict`,
  `insert into item_new (${columns}) select ${columns} from item`,
  `drop table item`,
  `alter table item_new rename to item`,
  `create index item_kind on item (kind, state, published_at, id)`,
  `create index item_space on item (space_id, kind, published_at, id)`,
  `create index item_thread on item (thread_id, published_at, id)`,
  `create index item_author on item (author_id, kind, published_at)`,
  `create index item_seat on item (seat_id)`,
  `create index item_hidden_by on item (hidden_by)`,
  `create index item_waiting on item (state, created_at) where state in ('held', 'submitted')`,
  `create index item_library on item (published_at, id)
    where +kind in ('practice', 'tool') and +state = 'published' and hidden_at is null`,
  `create index item_gone on item (thread_id) where hidden_at is not null`,

  // That a collectivity has taken up a practice or a tool, and from whom: from another that had, or
  // (null) from the practice itself. Where it stands is what the last of its steps says that is not
  // hidden; null when all of them are.
  `create table adoption (
    id text primary key not null,
    practice_id text not null references item (id) on delete cascade,
    collectivity_code text not null references collectivity (code),
    from_id text references adoption (id) on delete set null,
    status text check (status in ('interested', 'planned', 'adapting', 'running', 'stopped')),
    since text,
    created_at text not null default ${now},
    unique (practice_id, collectivity_code),
    check (from_id is null or from_id <> id)
  ) strict`,
  `create index adoption_collectivity on adoption (collectivity_code, since)`,
  `create index adoption_from on adoption (from_id)`,
  `create table adoption_step (
    item_id text primary key not null references item (id) on delete cascade,
    adoption_id text not null references adoption (id) on delete cascade,
    status text not null check (status in ('interested', 'planned', 'adapting', 'running', 'stopped')),
    happened_on text not null check (length(happened_on) = 10),
    cost text check (length(cost) <= 200),
    duration text check (length(duration) <= 200),
    evidence_url text check (length(evidence_url) <= 1000),
    deliberation text check (length(deliberation) <= 120),
    deliberated_on text check (length(deliberated_on) = 10)
  ) strict`,
  `create index adoption_step_adoption on adoption_step (adoption_id, happened_on)`,

  // What a seat is asked once, whoever holds it, about a practice or tool; until somebody there answers.
  `create table ask (
    id text primary key not null,
    item_id text not null references item (id) on delete cascade,
    collectivity_code text not null references collectivity (code),
    function text not null check (length(function) between 1 and 30),
    about text not null check (length(about) between 1 and 30),
    due_on text not null check (length(due_on) = 10),
    created_at text not null default ${now},
    answered_at text,
    unique (item_id, collectivity_code, about, due_on)
  ) strict`,
  `create index ask_collectivity on ask (collectivity_code, answered_at)`,
]
