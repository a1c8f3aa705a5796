import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

// The words again, each text of a row of the index in a row of its own: `id * 8 + place`. What FTS5
// keeps of a word then says in which texts it stands, and is read once. Derived: the next start makes
// it anew. FTS5 finds a row by its number, but goes through all rows for those of a range.
const statements = [
  `drop trigger search_row_gone`,
  `drop table search_text`,
  `create virtual table search_text using fts5 (words, content = '', contentless_delete = 1,
    tokenize = "ascii tokenchars '_'")`,
  `create trigger search_row_gone after delete on search_row begin
    delete from search_text where rowid in (old.id * 8, old.id * 8 + 1, old.id * 8 + 2, old.id * 8 + 3,
      old.id * 8 + 4, old.id * 8 + 5, old.id * 8 + 6, old.id * 8 + 7);
    delete from search_title where rowid = old.id;
  end`,
]
