import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { checkIndex } from '#app/domain/search/index.server.ts'
import { db } from '#db/client.server.ts'
import { migrateToLatest } from '#db/migrate.ts'

// Each test file has a module graph, and so an in-memory database, of its own.
beforeAll(async () => {
  await migrateToLatest(db)
})

let isIndexed = true

/** Says that a file's rows are too many for all of them to be in the search index. */
export function leaveUnindexed() {
  isIndexed = false
}

// Whatever a test has written, the search index says the same as the content.
afterAll(async () => {
  if (isIndexed) expect(await checkIndex(db)).toEqual([])
}, 60_000)

const errors = vi.spyOn(console, 'error')

// React reports broken markup and missing keys here: none may pass unseen.
afterEach(() => {
  const calls = errors.mock.calls.map((call) => call.map(String).join(' '))
  errors.mockClear()
  if (calls.length) throw new Error(`console.error was called:\n${calls.join('\n')}`)
})
