import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const changed = `begin update space_doors set version = version + 1; end`

const statements = [
  // Counts the changes of which spaces are open to others than their members, so that each process knows
  // when its copy of those is out of date. What is private from first to last counts for nothing.
  `create table space_doors (
    id integer primary key not null check (id = 1),
    version integer not null
  ) strict`,
  `insert into space_doors (id, version) values (1, 0)`,
  `create trigger space_doors_insert after insert on space
    when new.visibility <> 'private' ${changed}`,
  `create trigger space_doors_update after update of visibility on space ${changed}`,
  `create trigger space_doors_delete after delete on space
    when old.visibility <> 'private' ${changed}`,

  // Questions that wait for a first answer, the last asked at the end.
  `create index thread_waiting on thread (last_post_at, item_id)
    where form = 'question' and reply_count = 0 and locked_at is null`,
]
