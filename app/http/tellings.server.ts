import { listFollowers } from '#app/domain/follows/follows.server.ts'
import { listTopicFollowers } from '#app/domain/follows/topics.server.ts'
import { inTurn } from '#app/domain/in-turn.server.ts'
import { listTold, tellOnSite } from '#app/domain/notifications/on-site.server.ts'
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
 * Tells all who were left to be told (`tellOf`, `announce` and their like). Each telling goes part by part, each of
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
async function tellPeople(trx: Db, deed: Deed, telling: Telling) {
  const part = { after: telling.told_to, limit: TOLD_AT_ONCE }
  const { kind, item_id, followed } = telling
  const followers =
    kind === 'topic'
      ? await listTopicFollowers(trx, item_id, part)
      : await listFollowers(trx, followed, part)
  if (kind === 'text' || kind === 'adopted') await tellOfWords(trx, deed, telling, followers)
  else await tellOnSite(trx, deed.actor, { kind, item_id, followed }, followers)
  return followers
}

// On the site and by mail, each of them once. Whom it mentions or asks belongs to the first part.
async function tellOfWords(
  trx: Db,
  { actor, item }: Deed,
  { kind, asked, told_to }: Telling,
  followers: string[],
) {
  const told = await listTold(trx, item.id)
  const isFirst = told_to === ''
  const isStep = kind === 'adopted'
  const named = isFirst && !isStep ? (await mentioned(trx, item.id, item.source)).readers : []
  const authors = isFirst ? await readersAmong(trx, item.id, asked) : []
  for (const [words, people] of [
    ['mention', named] as const,
    [isStep ? 'adopted' : 'question', authors] as const,
    [isStep ? 'adopted' : 'reply', await readersAmong(trx, item.id, followers)] as const,
  ]) {
    await tell(trx, actor, { people: people.filter(({ id }) => !told.has(id)), kind: words, item })
    for (const { id } of people) told.add(id)
  }
}
