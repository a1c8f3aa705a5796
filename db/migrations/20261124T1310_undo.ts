import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // From where something was done: the part of the forum and the device. No address of the network.
  `alter table audit add column place text not null default '' check (length(place) <= 60)`,
  `alter table audit add column device text not null default '' check (length(device) <= 60)`,
  `create index audit_subject on audit (subject_id, created_at)`,
  // What an insert replaces is deleted without the trigger of deletions.
  `create trigger audit_is_append_only_replace before insert on audit
    when exists (select 1 from audit where id = new.id)
    begin select raise(abort, 'the audit log is append-only'); end`,

  // What it takes to undo an act, for as long as it can be undone.
  `create table undo (
    act_id text primary key not null references audit (id),
    state text not null default '{}' check (json_valid(state)),
    expires_at text not null
  ) strict`,
  `create index undo_expires on undo (expires_at)`,

  // The act that a mail or a notification tells of: undoing it takes them back.
  `alter table mail add column act_id text references audit (id)`,
  `create index mail_act on mail (act_id)`,
  `alter table notification add column act_id text references audit (id)`,
  `create index notification_act on notification (act_id)`,

  // A thread asks which of its replies are gone, to leave out where others quote them.
  `create index item_gone on item (thread_id) where hidden_at is not null`,

  // The yearly figures go through these, and not through the whole log.
  `create index audit_verb on audit (verb, created_at, space_id, id)`,
  `create index report_created on report (created_at)`,
]
