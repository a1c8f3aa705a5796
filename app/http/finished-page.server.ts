import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib'

/** How a body can travel, the smallest first. */
const CODINGS = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof CODINGS)[number]

/**
 * How pages are compressed by Brotli: with a window of 256 kB, which holds any of them. Its own choice is
 * 4 MB, and to be given those anew for each page takes ten times as long as to compress it.
 */
export const BROTLI_OF_PAGES = {
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_LGWIN]: 18,
}

/** A page as it goes out to many: its headers, and its body in the codings it was asked in so far. */
export type FinishedPage = {
  headers: [name: string, value: string][]
  tag: string
  bodies: Map<Coding, Buffer>
}

/** An answer as it is sent, whoever sends it. */
export type Answer = { status: number; headers: [string, string][]; body: Buffer | null }

// A browser asks each time, and is told that nothing has changed. A shared cache may keep a page for
// five seconds, and show it for twenty-five more while it asks: what is hidden is gone in half a minute.
const SHARED = 'public, max-age=0, s-maxage=5, stale-while-revalidate=25'

// Of one answer, not of the page; what says how long and how it travels is said anew.
const OF_ONE = ['x-request-id', 'cache-control', 'etag', 'vary', 'content-length']

// What 9 takes off more is little, and it takes three times as long.
const BROTLI = { params: { ...BROTLI_OF_PAGES, [constants.BROTLI_PARAM_QUALITY]: 6 } }

/** The page of an answer to a visitor; reads its body. */
export async function finish(response: Response): Promise<FinishedPage> {
  const body = Buffer.from(await response.arrayBuffer())
  const kept = [...response.headers].filter(([name]) => !OF_ONE.includes(name))
  return {
    headers: [...kept, ['cache-control', SHARED], ['vary', 'Cookie, Accept-Encoding']],
    tag: createHash('sha256').update(body).digest('base64url').slice(0, 27),
    bodies: new Map([['identity', body]]),
  }
}

/** The best coding that an Accept-Encoding header allows. */
export function codingFor(accepted: string | null | undefined): Coding {
  const names = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]!.trim())
  return CODINGS.find((coding) => names.includes(coding)) ?? 'identity'
}

/** The page's body in a coding, made once; what was not asked for compressed is then not kept. */
export async function bodyIn(page: FinishedPage, coding: Coding) {
  const { bodies } = page
  const known = bodies.get(coding)
  if (known) return known
  const plain = await plainBody(page)
  const body = await encode(plain, coding)
  bodies.set(coding, body)
  if (coding !== 'identity') bodies.delete('identity')
  return body
}

async function plainBody({ bodies }: FinishedPage) {
  const [br, gz] = [bodies.get('br'), bodies.get('gzip')]
  if (br) return promisify(brotliDecompress)(br)
  return gz ? promisify(gunzip)(gz) : bodies.get('identity')!
}

function encode(plain: Buffer, coding: Coding): Promise<Buffer> | Buffer {
  if (coding === 'br') return promisify(brotliCompress)(plain, BROTLI)
  return coding === 'gzip' ? promisify(gzip)(plain) : plain
}

type Wanted = {
  coding: Coding
  requestId: string
  method: string
  known: string | null | undefined
}

/** The answer with a page in a coding; where `known`, which is If-None-Match, names it, just so much. */
export function answerWith(page: FinishedPage, whole: Buffer, wanted: Wanted): Answer {
  const { coding, requestId, method, known } = wanted
  const tag = coding === 'identity' ? `"${page.tag}"` : `"${page.tag}-${coding}"`
  const headers: Answer['headers'] = [...page.headers, ['etag', tag], ['x-request-id', requestId]]
  if (known && isKnown(known, tag)) {
    return { status: 304, headers: headers.filter(([name]) => name !== 'content-type'), body: null }
  }
  if (coding !== 'identity') headers.push(['content-encoding', coding])
  headers.push(['content-length', String(whole.length)])
  return { status: 200, headers, body: method === 'HEAD' ? null : whole }
}

// A proxy that compresses anew makes a tag weak: it is the same page (RFC 9110, section 13.1.2).
function isKnown(known: string, tag: string) {
  return known.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
}
