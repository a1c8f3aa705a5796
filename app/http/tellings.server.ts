import { listFollowers } from '#app/domain/follows/follows.server.ts'
import { inTurn } from '#app/domain/in-turn.server.ts'
import { listTold, tellTopics } from '#app/domain/notifications/announce.server.ts'
import { mentioned, readersAmong } from '#app/domain/notifications/recipients.server.ts'
import { findTelling, nextTelling, noteTold } from '#app/domain/notifications/tellings.server.ts'
import type { Db } from '#db/client.server.ts'
import { tell } from './tell.server.ts'

/** How many followers are told in one transaction, in which nobody else is answered. */
export const TOLD_AT_ONCE = 100

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 3_600_000

// Those that failed, and until when they rest. Not in the file: it may be what fails, and whoever starts
// the program anew may have mended the reason.
const pauses = new Map<string, { until: number; length: number }>()

/**
 * Tells all whom `tellOf` and `announce` have left to be told. Each telling goes part by part, each of
 * them a transaction that also notes how far it came, so that everybody is told once whatever happens in
 * between. Stops after a part when `ending` says so. Throws at the end when some failed: each of them
 * goes on from there after a pause, twice as long each time, and keeps no other waiting.
 */
export async function tellWaiting(db: Db, ending?: AbortSignal, now = Date.now()) {
  const failures: unknown[] = []
  let next = await nextTelling(db, 0)
  while (next && !ending?.aborted) {
    const { id, item_id } = next
    // A number is given again.
    const name = `${id} ${item_id}`
    let hasMore = false
    if ((pauses.get(name)?.until ?? 0) <= now) {
      try {
        hasMore = await inTurn(() => db.transaction().execute((trx) => tellPart(trx, id)))
        pauses.delete(name)
      } catch (error) {
        failures.push(error)
        pause(name, now)
      }
    }
    next = await nextTelling(db, hasMore ? id - 1 : id)
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some were not told')
}

function pause(name: string, now: number) {
  const before = pauses.get(name)
  const length = before ? Math.min(2 * before.length, LONGEST_PAUSE) : FIRST_PAUSE
  pauses.set(name, { until: now + length, length })
}

// Gives whether there are others to tell.
async function tellPart(trx: Db, id: number) {
  const telling = await findTelling(trx, id)
  if (!telling) return false
  const people = telling.deed ? await tellPeople(trx, telling.deed, telling) : []
  const last = people.length === TOLD_AT_ONCE ? people.at(-1)! : null
  await noteTold(trx, id, last)
  return last !== null
}

type Telling = NonNullable<Awaited<ReturnType<typeof findTelling>>>
type Deed = NonNullable<Telling['deed']>

// Gives the ids of the followers whom it looked at.
async function tellPeople(trx: Db, { actor, item }: Deed, { kind, ...telling }: Telling) {
  const part = { after: telling.told_to, limit: TOLD_AT_ONCE }
  if (kind === 'topic') return tellTopics(trx, actor, item.id, part)
  const told = await listTold(trx, item.id)
  const isFirst = telling.told_to === ''
  const named = isFirst ? (await mentioned(trx, item.id, item.source)).readers : []
  const authors = isFirst ? await readersAmong(trx, item.id, telling.asked) : []
  const followers = await listFollowers(trx, telling.followed, part)
  for (const [words, people] of [
    ['mention', named] as const,
    ['question', authors] as const,
    ['reply', await readersAmong(trx, item.id, followers)] as const,
  ]) {
    await tell(trx, actor, { people: people.filter(({ id }) => !told.has(id)), kind: words, item })
    for (const { id } of people) told.add(id)
  }
  return followers
}
