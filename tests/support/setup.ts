import { afterEach, beforeAll, vi } from 'vitest'
import { db } from '#db/client.server.ts'
import { migrateToLatest } from '#db/migrate.ts'

// Each test file has a module graph, and so an in-memory database, of its own.
beforeAll(async () => {
  await migrateToLatest(db)
})

const errors = vi.spyOn(console, 'error')

// React reports broken markup and missing keys here: none may pass unseen.
afterEach(() => {
  const calls = errors.mock.calls.map((call) => call.map(String).join(' '))
  errors.mockClear()
  if (calls.length) throw new Error(`console.error was called:\n${calls.join('\n')}`)
})
