import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const stages = `'adhesion', 'axes', 'cocreation1', 'project_drafting', 'consultation2', 'council_adoption',
    'implementation', 'monitoring', 'evaluation'`

const statements = [
  // Where a collectivity stands in the cycle of its openness programme; the log keeps who said so.
  `create table cycle_stage (
    collectivity_code text primary key not null references collectivity (code),
    stage text not null check (stage in (${stages})),
    since text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ) strict, without rowid`,
]
