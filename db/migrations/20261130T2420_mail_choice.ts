import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const now = `(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`

const statements = [
  // What a person wants to get by mail of what happens on the forum; who has no row gets each thing. The
  // key stands in the mails, and opens nothing but this choice: unlike other secrets it is kept as it is,
  // since each mail names it anew. Up to summed_at the daily mail has told of everything.
  `create table mail_choice (
    user_id text primary key not null references user (id) on delete cascade,
    choice text not null default 'each' check (choice in ('each', 'daily', 'none')),
    key text not null unique check (length(key) = 43),
    summed_at text not null default ${now}
  ) strict`,
  `create index mail_choice_daily on mail_choice (summed_at) where choice = 'daily'`,

  // Whether a mail is one of those; the time since which a daily one tells, when it is sent.
  `alter table mail add column choosable integer not null default 0 check (choosable in (0, 1))`,
  `alter table mail add column sums_since text`,
  `create index mail_summing on mail (user_id)
    where sums_since is not null and sent_at is null and failed_at is null`,
]
