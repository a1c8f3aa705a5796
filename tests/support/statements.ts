import { sqlite } from '#db/client.server.ts'
import { watchStatements } from '#db/statements.server.ts'

export type Statement = { sql: string; parameters: unknown[]; rows?: unknown }

/** Runs something and gives, with its result, the SQL that really ran for it and what it gave, in order. */
export async function statementsOf<T>(run: () => Promise<T>) {
  const statements: Statement[] = []
  const result = await watchStatements(({ source: sql }, parameters, rows) => {
    statements.push({ sql, parameters, rows })
  }, run)
  return { result, statements }
}

/** How SQLite goes about a statement: the lines of its plan. */
export function planOf({ sql, parameters }: Statement) {
  return sqlite
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
}
