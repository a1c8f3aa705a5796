import { addPost } from '#app/domain/posts/posts.server.ts'
import type { ReadableId } from '#app/domain/items/visibility.server.ts'
import { findViewer } from '#app/domain/users/users.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { chance } from './chance.ts'
import { middleOf, RUNS, SECONDS } from './load.ts'
import { MEMBER } from './people.ts'
import { createTexts } from './texts.ts'
import { openThreads } from './writes.ts'

/**
 * Replies a second that the store takes, each in a transaction of its own, with text, revision,
 * index and counts: as the program sets SQLite, and with the disk asked to hold each one (`full`).
 */
export async function measureStore() {
  const reply = await replier()
  const rates: Record<string, number> = {}
  const ways = { 'as the program sets it': 'normal', 'each on the disk': 'full' }
  for (const [name, synchronous] of Object.entries(ways)) {
    sqlite.pragma(`synchronous = ${synchronous}`)
    const runs: number[] = []
    while (runs.length < RUNS) runs.push(await perSecond(reply))
    rates[name] = middleOf(runs, (rate) => rate)
  }
  return rates
}

async function replier() {
  const { id } = await db
    .selectFrom('user')
    .where('handle', '=', MEMBER)
    .select('id')
    .executeTakeFirstOrThrow()
  const viewer = (await findViewer(db, id))!
  const threads = await openThreads()
  const texts = createTexts(chance(31).random)
  let count = 0
  return () => {
    const thread = threads[count++ % threads.length]!
    const place = { id: thread.id as ReadableId, space_id: null }
    const reply = { body: texts.text('fr').source, lang: 'fr' as const }
    return db.transaction().execute((trx) => addPost(trx, viewer, place, reply))
  }
}

async function perSecond(work: () => Promise<unknown>) {
  const started = performance.now()
  let count = 0
  while (performance.now() - started < SECONDS * 1000) {
    await work()
    count++
  }
  return (count * 1000) / (performance.now() - started)
}
