import { db } from '#db/client.server.ts'
import { get, post } from '#tests/support/requests.ts'
import { ABSENT_WORDS, MARKERS } from './world.ts'

export type Names = Record<string, string>
export type Who = { id: string } | null

/** An address of the table: `{name}` stands for something hidden, or for something absent. */
export type Address = string | { path: string; fields?: Record<string, string> }

/** Whether an address names something hidden, or is the same for everybody. */
export function namesHidden(address: Address) {
  return /\{\w+\}/.test(JSON.stringify(partsOf(address)))
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

/** The whole answer as text: status, headers, body. What differs by itself is evened out. */
export async function answerTo(
  who: Who,
  method: 'GET' | 'POST',
  { path, fields }: { path: string; fields: Record<string, string> },
  names: Names,
): Promise<string> {
  // How often one may try is not what is asked here, nor what the walk itself looked for in vain.
  await db.deleteFrom('try').execute()
  await db.deleteFrom('search_miss').execute()
  const response = await (method === 'GET' ? get(who, path) : post(who, path, fields))
  const body = await response.text()
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).sort()
  const first = evened([response.status, ...headers, body].join('\n'), response, names)
  if (response.status !== 301) return first
  // An address without its slug leads to the one with it: what stands there is what is asked.
  const next = { path: response.headers.get('location')!, fields: {} }
  return `${first}\n${THEN}\n${await answerTo(who, 'GET', next, names)}`
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
