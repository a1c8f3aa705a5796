import { db } from '#db/client.server.ts'
import { get, post, send, signIn, ORIGIN } from '#tests/support/requests.ts'
import { type Statement, statementsOf } from '#tests/support/statements.ts'
import { PLAUSIBLE } from './readings.ts'
import { ABSENT_WORDS, type Cast, MARKERS } from './world.ts'

export type Names = Record<string, string>
export type Who = { id: string } | null
export type Method = 'GET' | 'HEAD' | 'POST'

/** Everybody from outside the private space; each is a key of the cast, but for the visitor. */
export const OUTSIDERS = `visitor account peer moderator former admin facilitator`.split(' ')

/** An address of the table: `{name}` stands for something hidden, or for something absent. */
export type Address = string | { path: string; fields?: Record<string, string> }

/**
 * Those who are shown the least, and from whom the most was taken: they walk in every language, the
 * others in one of the four by turns, so that each page is met in all of them.
 */
export const EVERY_LANGUAGE = ['visitor', 'former']

/** Whether an address names something hidden, or is the same for everybody. */
export function namesHidden(address: Address) {
  return /\{\w+\}/.test(JSON.stringify(partsOf(address)))
}

/** Of these names, those that an address holds: what it says itself, an answer may say again. */
export function namedIn(address: Address, names: Names): Names {
  const text = JSON.stringify(partsOf(address))
  return Object.fromEntries(Object.entries(names).filter(([name]) => text.includes(`{${name}}`)))
}

type World = { names: Names; open: Names; lang: string }

/** Puts names into an address: `{hidden}`, `<open>`; `/fr` stands for the language it is asked in. */
export function fill(address: Address, { names, open, lang }: World) {
  const { path, fields } = partsOf(address)
  const put = (text: string) =>
    text
      .replace(/\{(\w+)\}/g, (_, name: string) => nameIn(names, name))
      .replace(/<(\w+)>/g, (_, name: string) => nameIn(open, name))
  return {
    path: encodeURI(put(path.replace(/^\/fr(?=\/|\?|$)/, `/${lang}`))),
    fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, put(value)])),
  }
}

function nameIn(names: Names, name: string) {
  if (names[name] === undefined) throw new Error(`no such name in the world: ${name}`)
  return names[name]
}

/** With whatever a form of that page may want: what it does not know it passes over. */
export function posted(address: Address) {
  const { path, fields } = typeof address === 'string' ? { path: address, fields: {} } : address
  return { path, fields: { ...PLAUSIBLE, ...fields } }
}

/** The names of what everyone may read. */
export function openNames({ owner, member, peer, tag, concept, otherSpace, open }: Cast): Names {
  const ids = Object.fromEntries(Object.entries(open).map(([name, { id }]) => [name, id]))
  const handles = { owner: owner.handle, member: member.handle, peer: peer.handle }
  return {
    ...ids,
    ...handles,
    tag: tag.slug,
    concept: concept.slug,
    space: otherSpace.slug,
    code: '16.001.01.01',
  }
}

/**
 * The whole answer as text: status, headers, cookies, body, and the SQL that was run for it, since
 * what is asked of the database is what takes time. What differs by itself is evened out.
 */
export async function answerTo(
  who: Who,
  method: Method,
  { path, fields }: { path: string; fields: Record<string, string> },
  names: Names,
): Promise<string> {
  // How often one may try is not what is asked here, nor what the walk itself looked for in vain.
  await db.deleteFrom('try').execute()
  await db.deleteFrom('search_miss').execute()
  // Nor is what was sent before, which would not be sent again.
  if (who && method === 'POST') await age(who)
  const cookie = who ? await cookieOf(who) : ''
  const { result: response, statements } = await statementsOf(() => {
    if (method === 'HEAD') return head(path, cookie)
    return method === 'GET' ? get(null, path, { cookie }) : post(null, path, fields, { cookie })
  })
  const body = await response.text()
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).sort()
  const even = evened([response.status, ...headers, body].join('\n'), response, names)
  const first = [even, ...statements.filter(tells).map(({ sql }) => sql)].join('\n')
  if (response.status !== 301) return first
  // An address without its slug leads to the one with it: what stands there is what is asked.
  const next = { path: response.headers.get('location')!, fields: {} }
  return `${first}\n${THEN}\n${await answerTo(who, 'GET', next, names)}`
}

function head(path: string, cookie: string) {
  return send(new Request(new URL(path, ORIGIN), { method: 'HEAD', headers: { cookie } }))
}

const signedIn = new Map<string, { cookie: string; at: number }>()

function age({ id }: { id: string }) {
  const before = { created_at: '2026-01-01T00:00:00.000Z' }
  return db.updateTable('item').set(before).where('author_id', '=', id).execute()
}

// One session a person, and a new one before the program would note that it is still in use.
async function cookieOf(who: { id: string }) {
  const known = signedIn.get(who.id)
  if (known && Date.now() - known.at < 5 * 60_000) return known.cookie
  const cookie = await signIn(who)
  signedIn.set(who.id, { cookie, at: Date.now() })
  return cookie
}

// A mistyped word is compared with the words of the whole index, and those that are near are looked
// up: how many they are takes no time that can be measured from outside, and is told to nobody.
function tells({ sql }: Statement) {
  return !/search_word|^select json_group_array\(rowid\)/.test(sql)
}

const THEN = '(which leads to)'

/** The answer at the end of its redirects. */
export function lastOf(answer: string) {
  return answer.split(THEN).at(-1)!
}

function evened(text: string, { headers }: Response, names: Names) {
  const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]
  let even = text
    .replace(/^x-request-id: .*$/m, '')
    // A digest of the body, in which the address may stand; the body itself is compared.
    .replace(/^etag: .*$/m, 'etag')
    .replace(/\b(kept|multaqa_session)=[^;\n]*/g, '$1')
  if (nonce) even = even.replaceAll(nonce, 'NONCE')
  // The longest first: a slug may hold an id.
  const known = Object.entries(names).sort(([, a], [, b]) => b.length - a.length)
  for (const [name, value] of known) {
    for (const form of formsOf(value)) even = even.replaceAll(form, `{${name}}`)
  }
  // What was just made gets an id of its own each time.
  return even.replace(/^location: .*$/m, (line) =>
    line.replace(/\b[0-9a-hjkmnp-tv-z]{12}\b/g, 'NEW'),
  )
}

function formsOf(value: string) {
  return [encodeURIComponent(encodeURIComponent(value)), encodeURIComponent(value), value]
}

function partsOf(address: Address): { path: string; fields: Record<string, string> } {
  const { path, fields } = typeof address === 'string' ? { path: address, fields: {} } : address
  return { path, fields: fields ?? {} }
}

/** Where two answers part, with what stands around it. */
export function difference(expected = '', answer: string) {
  let at = 0
  while (at < answer.length && answer[at] === expected[at]) at++
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 100))
  return `expected ${part(expected)}, got ${part(answer)}`
}

export function pathOf(address: Address) {
  return typeof address === 'string' ? address : address.path
}

export function who(cast: Cast, name: string): Who {
  return name === 'visitor' ? null : cast[name as 'peer']
}

/** The markers in an answer; the words that the address itself asked for do not count. */
export function markersIn(answer: string) {
  return Object.values(MARKERS).filter(
    (marker) => answer.includes(marker) || answer.includes(encodeURIComponent(marker)),
  )
}

export const HIDDEN_WORDS = wordsOf(MARKERS)
export const ABSENT = wordsOf(ABSENT_WORDS)

function wordsOf({ ar, fr, zgh, en }: Record<'ar' | 'fr' | 'zgh' | 'en', string>): Names {
  return { word_ar: ar, word_fr: fr, word_zgh: zgh, word_en: en }
}
