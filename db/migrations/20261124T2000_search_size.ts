import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

// How many rows the index has: asked by every search, to know whether some are gone since the last.
const statements = [
  `create table search_size (id integer primary key check (id = 1), rows integer not null) strict`,
  `insert into search_size (id, rows) select 1, count(*) from search_row`,
  `create trigger search_size_grows after insert on search_row
    begin update search_size set rows = rows + 1; end`,
  `create trigger search_size_shrinks after delete on search_row
    begin update search_size set rows = rows - 1; end`,
]
