import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // Which version of the notice on personal data a person has accepted, and when.
  `create table consent (
    user_id text not null references user (id) on delete cascade,
    notice text not null check (length(notice) = 10),
    given_at text not null default ${now},
    primary key (user_id, notice)
  ) strict, without rowid`,

  // An account can be erased for good: its foreign keys say what goes with it and what stays. A seat
  // stays, with nobody in it, for the sake of what was written from it.
  `create table seat_new (
    id text primary key not null,
    user_id text references user (id) on delete set null,
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
    successor_id text references seat (id) on delete set null,
    check ((function in ('facilitator', 'trainer')) = (collectivity_code is null)),
    check (confirmed_at is null or refused_at is null),
    check (user_id is not null or ends_on is not null)
  ) strict`,
  `insert into seat_new (id, user_id, collectivity_code, function, note, starts_on, ends_on, created_at,
      confirmed_at, confirmed_by, refused_at, refused_by, refused_reason, successor_id)
    select id, user_id, collectivity_code, function, note, starts_on, ends_on, created_at,
      confirmed_at, confirmed_by, refused_at, refused_by, refused_reason, successor_id from seat`,
  `drop table seat`,
  `alter table seat_new rename to seat`,
  `create index seat_user on seat (user_id)`,
  `create index seat_collectivity on seat (collectivity_code, confirmed_at)`,
  `create index seat_waiting on seat (created_at) where confirmed_at is null and refused_at is null`,
  `create index seat_confirmed_by on seat (confirmed_by)`,
  `create index seat_refused_by on seat (refused_by)`,
  `create index seat_successor on seat (successor_id)`,

  // The log stays as it was written: whoever acted is named by an id that, once the account is erased,
  // leads to nobody. It is append-only but for what is older than the six years that it is kept.
  `create table audit_new (
    id text primary key not null,
    created_at text not null default ${now},
    actor_id text,
    verb text not null check (length(verb) between 1 and 60),
    subject_kind text not null check (length(subject_kind) between 1 and 30),
    subject_id text not null,
    space_id text references space (id),
    detail text not null default '{}' check (json_valid(detail))
  ) strict`,
  `insert into audit_new (id, created_at, actor_id, verb, subject_kind, subject_id, space_id, detail)
    select id, created_at, actor_id, verb, subject_kind, subject_id, space_id, detail from audit`,
  `drop table audit`,
  `alter table audit_new rename to audit`,
  `create index audit_created on audit (created_at, id)`,
  `create index audit_actor on audit (actor_id)`,
  `create index audit_space on audit (space_id, created_at)`,
  `create trigger audit_is_append_only_update before update on audit
    begin select raise(abort, 'the audit log is append-only'); end`,
  `create trigger audit_is_append_only_delete before delete on audit
    when old.created_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-2190 days')
    begin select raise(abort, 'the audit log is append-only'); end`,
]
