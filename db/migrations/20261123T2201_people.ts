import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  `create table user (
    id text primary key not null,
    handle text not null unique check (length(handle) between 2 and 30 and handle not glob '*[^a-z0-9-]*'),
    name text not null check (length(name) between 1 and 80),
    email text not null unique check (length(email) between 3 and 254 and email = lower(email)),
    email_confirmed_at text,
    password_hash text,
    role text not null default 'account' check (role in ('account', 'facilitator', 'admin')),
    lang text not null default 'ar' check (lang in ('ar', 'fr', 'zgh', 'en')),
    about text not null default '' check (length(about) <= 1000),
    created_at text not null default ${now},
    suspended_at text,
    suspended_reason text check (length(suspended_reason) <= 500)
  ) strict`,
  `create index user_role on user (role)`,

  // id is the SHA-256 of the cookie's value: a stolen backup opens no session.
  `create table session (
    id text primary key not null,
    user_id text not null references user (id) on delete cascade,
    expires_at text not null,
    created_at text not null default ${now},
    last_seen_at text not null default ${now},
    user_agent text not null default '' check (length(user_agent) <= 300)
  ) strict`,
  `create index session_user on session (user_id)`,
  `create index session_expires on session (expires_at)`,

  `create table token (
    hash text primary key not null,
    kind text not null check (kind in ('confirm_email', 'reset_password', 'change_email', 'first_admin')),
    user_id text references user (id) on delete cascade,
    email text check (length(email) <= 254),
    created_at text not null default ${now},
    expires_at text not null,
    used_at text
  ) strict`,
  `create index token_user on token (user_id, kind)`,
  `create index token_expires on token (expires_at)`,

  // A person's function in a collectivity. Trainers and facilitators serve the whole network.
  `create table seat (
    id text primary key not null,
    user_id text not null references user (id) on delete cascade,
    collectivity_code text references collectivity (code),
    function text not null check (function in ('focal_point', 'elected', 'equity_president', 'follow_up',
      'staff', 'civil_society', 'facilitator', 'trainer')),
    note text not null default '' check (length(note) <= 500),
    starts_on text,
    ends_on text,
    created_at text not null default ${now},
    confirmed_at text,
    confirmed_by text references user (id) on delete set null,
    refused_at text,
    refused_by text references user (id) on delete set null,
    refused_reason text check (length(refused_reason) <= 500),
    check ((function in ('facilitator', 'trainer')) = (collectivity_code is null)),
    check (confirmed_at is null or refused_at is null)
  ) strict`,
  `create index seat_user on seat (user_id)`,
  `create index seat_collectivity on seat (collectivity_code, confirmed_at)`,
  `create index seat_waiting on seat (created_at) where confirmed_at is null and refused_at is null`,
  `create index seat_confirmed_by on seat (confirmed_by)`,
  `create index seat_refused_by on seat (refused_by)`,

  `create table mail (
    id text primary key not null,
    user_id text references user (id) on delete cascade,
    recipient text not null check (length(recipient) <= 254),
    lang text not null check (lang in ('ar', 'fr', 'zgh', 'en')),
    subject text not null check (length(subject) <= 300),
    body text not null check (length(body) <= 20000),
    item_id text references item (id) on delete cascade,
    created_at text not null default ${now},
    due_at text not null default ${now},
    tries integer not null default 0,
    sent_at text,
    failed_at text,
    last_error text
  ) strict`,
  `create index mail_due on mail (due_at) where sent_at is null and failed_at is null`,
  `create index mail_user on mail (user_id)`,
  `create index mail_item on mail (item_id)`,

  // Tries of sign-in, sign-up, mail and posting, by key and window.
  `create table try (
    key text primary key not null,
    count integer not null,
    resets_at text not null
  ) strict, without rowid`,
  `create index try_resets on try (resets_at)`,

  // What someone typed into a form when their sign-in had expired, given back after they sign in.
  `create table kept_form (
    hash text primary key not null,
    user_id text references user (id) on delete cascade,
    path text not null check (length(path) <= 1000),
    fields text not null check (length(fields) <= 400000 and json_valid(fields)),
    expires_at text not null
  ) strict`,
  `create index kept_form_user on kept_form (user_id)`,
  `create index kept_form_expires on kept_form (expires_at)`,

  // A composer's text as it was typed, on the server, until it is sent.
  `create table draft (
    user_id text not null references user (id) on delete cascade,
    form text not null check (length(form) between 1 and 200),
    fields text not null check (length(fields) <= 400000 and json_valid(fields)),
    updated_at text not null default ${now},
    primary key (user_id, form)
  ) strict, without rowid`,
]
