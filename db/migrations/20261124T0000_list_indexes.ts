import { type Kysely, sql } from 'kysely'

// Frozen in time: imports only kysely, never edited once merged. Undo it with a new migration.
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // The library has two kinds in one order, which no index that begins with the kind can give.
  `create index item_library on item (published_at, id)
    where +kind in ('practice', 'tool') and +state = 'published' and hidden_at is null`,
  `create index space_created on space (created_at, id)`,
]
