import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // Beside the account: it is written with each sign-in, and pages that name people read that one.
  `create table account_use (
    user_id text primary key not null references user (id) on delete cascade,
    seen_at text not null,
    warned_at text
  ) strict`,
  `create index account_use_seen on account_use (seen_at)`,
  // Whoever never signs in has not used the account since it was made.
  `create trigger account_use_begins after insert on user
    begin insert into account_use (user_id, seen_at) values (new.id, new.created_at); end`,
  `insert into account_use (user_id, seen_at)
    select user.id, max(user.created_at, coalesce(max(session.last_seen_at), ''))
    from user left join session on session.user_id = user.id group by user.id`,
]
