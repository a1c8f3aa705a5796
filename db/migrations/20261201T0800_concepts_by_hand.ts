import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // The concepts that facilitators added, edited or deleted: no release touches them any more. The log
  // says it as well, but forgets after some years.
  `create table concept_by_hand (
    slug text primary key not null check (length(slug) between 1 and 80)
  ) strict, without rowid`,
  `insert or ignore into concept_by_hand (slug) select detail ->> 'slug' from audit
    where verb in ('concept_added', 'concept_edited', 'concept_deleted')`,
]
