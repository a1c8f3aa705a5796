import { createHash } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import { db, sqlite } from '#db/client.server.ts'
import { versionOf, watchStatements, type Watcher } from '#db/statements.server.ts'
import { bodyIn, type Coding, type FinishedPage, finish } from './finished-page.server.ts'
import { createShelf } from '#app/domain/shelf.ts'

/** What a page asked of the database, and a digest of what it was told. */
type Question = { statement: Sqlite.Statement<unknown[]>; parameters: unknown[]; digest: string }

/** When something was right: the day, and what had been written to the file. */
type Moment = { day: string; version: string | null }

type Kept = Moment & { page: FinishedPage; questions: Question[] }

type Render = () => Promise<Response>

type Flight = Moment & { page: Promise<FinishedPage | null> }

export type PageCache = ReturnType<typeof createPageCache>

const MB = 1_000_000
const PLAIN_BYTES = 48 * MB
// Queries can be thought up without end: they push each other out, and no page without one.
const QUERY_BYTES = 16 * MB
// To ask for more again would take as long as to make the page.
const MOST_TOLD = MB / 2

const version = versionOf(sqlite)

/**
 * Pages for visitors, kept until what they say may have changed. A page is made of its address, of
 * what the database answered and of the day, and of nothing else; so it is still right while nothing
 * at all was written to the file since, and else while each of its questions is answered as before.
 * See docs/decisions/040-pages-kept-by-their-questions.md.
 */
export function createPageCache() {
  const shelves = { plain: createShelf<Kept>(PLAIN_BYTES), query: createShelf<Kept>(QUERY_BYTES) }
  const flights = new Map<string, Flight>()

  return { find, answer }

  /** The page at an address when it is known right now to be right. */
  function find(address: string) {
    const kept = shelfFor(address).get(address)
    return kept && isNow(kept) ? kept.page : undefined
  }

  /**
   * The page at an address, made anew where need be (in a coding at once); the response of `render`
   * where it can't be kept.
   */
  async function answer(address: string, coding: Coding, render: Render) {
    const found = find(address)
    if (found) return found
    const flight = underWay(address)
    return (flight && (await flight)) ?? begin(address, coding, render)
  }

  // Many who ask for the same at once wait for one; but whoever came after a write may not get what
  // was begun before it.
  function underWay(address: string) {
    const flight = flights.get(address)
    return flight && isNow(flight) ? flight.page : null
  }

  async function begin(address: string, coding: Coding, render: Render) {
    const refreshed = refresh(address, coding, render)
    const flight: Flight = { ...now(), page: refreshed.then(pageOf, () => null) }
    flights.set(address, flight)
    try {
      return await refreshed
    } finally {
      if (flights.get(address) === flight) flights.delete(address)
    }
  }

  async function refresh(address: string, coding: Coding, render: Render) {
    const shelf = shelfFor(address)
    const kept = shelf.get(address)
    const checked = await betweenWrites(() => ({ at: now(), isRight: kept && isRight(kept) }))
    if (kept && checked.isRight) return Object.assign(kept, checked.at).page

    const heard = hear()
    const response = await watchStatements(heard.watcher, render)
    if (!heard.canBeKept() || !isForAll(response)) return response
    const page = await finish(response)
    await bodyIn(page, coding)
    const made = { page, questions: heard.questions, ...checked.at }
    shelf.set(address, made, bytesOf(made))
    return page
  }

  function shelfFor(address: string) {
    return address.includes('?') ? shelves.query : shelves.plain
  }
}

// A page may come to be kept in one more coding; a question is an object or two and what it asked with.
function bytesOf({ page, questions }: Kept) {
  const lengths = [...page.bodies.values()].map(({ length }) => 2 * length)
  const asked = questions.map(({ parameters }) => 300 + JSON.stringify(parameters).length)
  return [1000, ...lengths, ...asked].reduce((sum, bytes) => sum + bytes)
}

function now(): Moment {
  return { day: new Date().toISOString().slice(0, 10), version: version() }
}

function isNow(moment: Moment) {
  const { day, version } = now()
  return version !== null && moment.version === version && moment.day === day
}

function pageOf(made: FinishedPage | Response) {
  return made instanceof Response ? null : made
}

// In the middle of a transaction of ours we would read what may be taken back.
function betweenWrites<T>(ask: () => T) {
  return db.connection().execute(async () => ask())
}

function isRight({ questions, day }: Kept) {
  return (
    day === now().day &&
    questions.every(
      ({ statement, parameters, digest }) => digestOf(statement.all(parameters)).digest === digest,
    )
  )
}

// Notes what a page asks while it is made, and whether the same can be asked again: not when it wrote,
// nor when it asked about this very moment.
function hear() {
  const started = new Date().toISOString()
  const questions: Question[] = []
  let [left, isPlain] = [MOST_TOLD, true]
  const watcher: Watcher = (statement, parameters, rows) => {
    isPlain &&= statement.readonly && !parameters.some((one) => isSince(started, one))
    if (!isPlain || !statement.reader) return
    const { digest, size } = digestOf(rows)
    left -= size
    questions.push({ statement, parameters, digest })
  }
  return { watcher, questions, canBeKept: () => isPlain && left >= 0 }
}

function isSince(moment: string, parameter: unknown) {
  return typeof parameter === 'string' && /^\d{4}-\d\d-\d\dT/.test(parameter) && parameter >= moment
}

function digestOf(rows: unknown[]) {
  const text = JSON.stringify(rows)
  return { size: text.length, digest: createHash('sha256').update(text).digest('base64') }
}

// A page whose policy names a number of its own was made for one reader.
function isForAll({ status, headers }: Response) {
  return (
    status === 200 &&
    headers.getSetCookie().length === 0 &&
    // As a page says itself whose address holds a secret.
    !headers.get('cache-control')?.includes('no-store') &&
    /^(?:text\/(?:html|plain)|application\/(?:atom\+)?xml)/.test(
      headers.get('content-type') ?? '',
    ) &&
    !headers.get('content-security-policy')?.includes('nonce-')
  )
}
