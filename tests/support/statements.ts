import type { Statement as Prepared } from 'better-sqlite3'
import { sqlite } from '#db/client.server.ts'

export type Statement = { sql: string; parameters: unknown[]; rows?: unknown }

const VERBS = ['all', 'get', 'iterate', 'run'] as const

/** Runs something and gives, with its result, the SQL that really ran for it and what it gave, in order. */
export async function statementsOf<T>(run: () => Promise<T>) {
  const statements: Statement[] = []
  const prepare = sqlite.prepare
  sqlite.prepare = ((source: string) => {
    return watched(prepare.call(sqlite, source), (parameters, rows) => {
      statements.push({ sql: source, parameters, rows })
    })
  }) as typeof prepare
  try {
    return { result: await run(), statements }
  } finally {
    sqlite.prepare = prepare
  }
}

/** How SQLite goes about a statement: the lines of its plan. */
export function planOf({ sql, parameters }: Statement) {
  return sqlite
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
}

function watched(prepared: Prepared, saw: (parameters: unknown[], rows: unknown) => void) {
  for (const verb of VERBS) {
    const plain = prepared[verb] as (...given: unknown[]) => unknown
    const seen = (...given: unknown[]) => {
      const rows = plain.apply(prepared, given)
      saw(given.flat(), rows)
      return rows
    }
    Object.assign(prepared, { [verb]: seen })
  }
  return prepared
}
