import { setTimeout } from 'node:timers/promises'
import autocannon, { type Instance, type Request } from 'autocannon'

/** How many ask at once, each the next as soon as the last is answered. */
const CONNECTIONS = 10

const QUICK = Boolean(process.env.BENCH_QUICK)
export const RUNS = QUICK ? 1 : 3
export const SECONDS = QUICK ? 2 : 4
const WARMING = 2
const TIMEOUT = 10

// As a browser asks; an answer is weighed as it is sent.
const HEADERS = {
  'accept-encoding': 'gzip, deflate, br',
  accept: 'text/html,application/xhtml+xml',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}

export type Sent = { path: string; cookie?: string; fields?: Record<string, string | string[]> }

export type Figures = {
  perSecond: number
  p50: number
  p95: number
  p99: number
  failed: number
  bytes: number
}

type Options = {
  status?: number
  connections?: number
  seconds?: number
  /** Each connection asks once a second, at a moment of its own: people do not all turn a page at once. */
  paced?: boolean
}

/**
 * Asks three times for some seconds, after warming up, and gives the figures of the run in the middle
 * by what was answered, with the failures of all. Takes the server's address and what gives each
 * request in turn; whatever is not answered with the status counts as failed.
 */
export async function measure(url: string, next: () => Sent, options: Options = {}) {
  const failed: number[] = [(await run(url, next, { ...options, seconds: WARMING })).failed]
  const runs: Figures[] = []
  while (runs.length < RUNS) {
    const figures = await run(url, next, options)
    runs.push(figures)
    failed.push(figures.failed)
  }
  const middle = middleOf(runs, ({ perSecond }) => perSecond)
  return { ...middle, failed: failed.reduce((sum, one) => sum + one) }
}

/** One run. */
export async function run(url: string, next: () => Sent, options: Options = {}): Promise<Figures> {
  const { status = 200, connections = CONNECTIONS, seconds = SECONDS, paced } = options
  const spent: number[] = []
  let [bytes, refused] = [0, 0]
  const load = (some: { connections: number; connectionRate?: number }) => {
    const done = autocannon({
      url,
      ...some,
      duration: seconds,
      timeout: TIMEOUT,
      requests: [{ setupRequest: (request) => ({ ...request, ...requestOf(next()) }) }],
    })
    // It is both, though its types say the promise alone.
    const instance = done as unknown as Instance
    instance.on('response', (_client, answered, size, milliseconds) => {
      if (answered !== status) return void refused++
      spent.push(milliseconds)
      bytes += size
    })
    return done
  }
  const person = async (_: unknown, at: number) => {
    await setTimeout((at * 1000) / connections)
    return load({ connections: 1, connectionRate: 1 })
  }
  const loads = paced ? Array.from({ length: connections }, person) : [load({ connections })]
  const ended = await Promise.all(loads)
  const took = Math.max(...ended.map(({ duration }) => duration))
  const failed = ended.reduce((sum, { errors, timeouts }) => sum + errors + timeouts, refused)
  spent.sort((a, b) => a - b)
  const at = (share: number) => spent[Math.ceil(share * spent.length) - 1] ?? NaN
  const shares = { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
  return { perSecond: spent.length / took, ...shares, failed, bytes: bytes / spent.length }
}

export function middleOf<T>(list: T[], by: (one: T) => number) {
  return list.toSorted((a, b) => by(a) - by(b))[Math.floor(list.length / 2)]!
}

function requestOf({ path, cookie, fields }: Sent): Request {
  const headers = { ...HEADERS, ...(cookie ? { cookie } : {}) }
  if (!fields) return { method: 'GET', path, headers }
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString()
  const form = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
  }
  return { method: 'POST', path, headers: { ...headers, ...form }, body }
}
