import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

// The words of the index, each once, in place of each with every letter left out in turn. Derived: the
// next start makes it anew with the index.
const statements = [
  `create table search_word (
    word text not null primary key check (length(word) between 4 and 24)
  ) strict, without rowid`,
  `drop table search_near`,
]
