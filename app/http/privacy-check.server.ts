import { randomUUID } from 'node:crypto'
import {
  type Canary,
  OUTSIDERS,
  plantCanary,
  removeCanaries,
} from '#app/domain/canary/canary.server.ts'
import { makeWords } from '#app/domain/canary/words.ts'
import { LANGS } from '#app/domain/languages.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { lucia, SESSION_COOKIE } from './lucia.server.ts'
import { HIDDEN, OPEN, POSTED } from './privacy-ways.ts'

export const WALKERS = ['visitor', ...OUTSIDERS] as const
export type Walker = (typeof WALKERS)[number]

/** A way that was tried, and what each of those outside found there: null for nothing. */
export type Tried = { way: string; found: Record<Walker, Found | null> }
export type Found = 'marker' | 'difference'
export type Checked = { rows: Tried[]; requests: number; leaks: number }

type Names = Record<string, string>

/**
 * Asks the running forum itself, over HTTP, what it tells of a private space: plants one full of
 * words that stand nowhere else, walks it as everybody outside, removes it. A leak is such a word in
 * an answer, or an answer that is not, byte for byte, the one for something absent. Takes the
 * address of the program, and a signal that breaks it off. Throws when nothing answers there, or
 * when it is broken off; what it had planted is removed then too.
 */
export async function checkPrivacy(base: string, signal?: AbortSignal): Promise<Checked> {
  await removeCanaries(db)
  try {
    return await walk(base, await plantCanary(db), signal)
  } finally {
    await removeCanaries(db)
  }
}

let running = false

/** The same, once at a time; gives undefined when nothing answers at this address. */
export async function checkOnce(base: string) {
  if (running) return 'running' as const
  running = true
  try {
    return (await answers(base)) ? await checkPrivacy(base) : undefined
  } finally {
    running = false
  }
}

/** Whether a forum answers at this address. */
export async function answers(base: string) {
  const answer = await fetch(`${base}/healthz`).catch(() => undefined)
  return answer?.ok === true
}

async function walk(base: string, canary: Canary, signal?: AbortSignal): Promise<Checked> {
  const cookies = await signInAll(canary)
  const hidden: Names = { ...canary.names, ...wordsOf(canary.words), owner: canary.owner.handle }
  const absent: Names = {
    ...absentOf(canary.names),
    ...wordsOf(makeWords()),
    owner: canary.owner.handle,
  }
  const rows: Tried[] = []
  let requests = 0
  for (const [index, { way, method }] of allWays().entries()) {
    const found = {} as Tried['found']
    for (const walker of WALKERS) {
      const lang = LANGS[index % LANGS.length]!
      const ask = async (names: Names) => {
        requests++
        const asked = { method, cookie: cookies[walker], names: namedIn(way, names), signal }
        return answerTo(base + fill(way, names, lang), asked)
      }
      const answer = await ask(hidden)
      const other = OPEN.includes(way) ? answer : await ask(absent)
      found[walker] = leakIn(answer, other, canary)
    }
    rows.push({ way: method === 'POST' ? `POST ${way}` : way, found })
  }
  const leaks = rows.flatMap(({ found }) => Object.values(found)).filter(Boolean).length
  return { rows, requests, leaks }
}

function allWays() {
  const reading = [...OPEN, ...HIDDEN].map((way) => ({ way, method: 'GET' as const }))
  return [...reading, ...POSTED.map((way) => ({ way, method: 'POST' as const }))]
}

async function signInAll({ people }: Canary): Promise<Record<Walker, string>> {
  const cookies = { visitor: '' } as Record<Walker, string>
  for (const name of OUTSIDERS) {
    const sessionId = randomUUID()
    // As after a whole sign-in: an administrator's role is in force.
    const session = { user_agent: 'privacy-check', second_factor_at: new Date().toISOString() }
    await lucia.createSession(people[name].id, session, { sessionId })
    cookies[name] = `${SESSION_COOKIE}=${sessionId}`
  }
  return cookies
}

function leakIn(answer: string, other: string, { words }: Canary): Found | null {
  const shown = Object.values(words).some((word) =>
    formsOf(word).some((form) => answer.includes(form)),
  )
  if (shown) return 'marker'
  return answer === other ? null : 'difference'
}

type Asking = {
  method: 'GET' | 'POST'
  cookie: string
  names: Names
  signal?: AbortSignal
}

async function answerTo(address: string, { method, cookie, names, signal }: Asking) {
  const response = await fetch(address, {
    method,
    signal,
    redirect: 'manual',
    headers: { cookie, 'accept-encoding': 'identity' },
    body: method === 'POST' ? new URLSearchParams({ reason: 'other' }) : undefined,
  })
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).sort()
  return evened([response.status, ...headers, await response.text()].join('\n'), names)
}

// What differs by itself: the time, the request's number, the nonce, and the names that were asked.
function evened(text: string, names: Names) {
  const nonce = /'nonce-([^']+)'/.exec(text)?.[1]
  let even = text
    .replace(/^(?:x-request-id|date|keep-alive): .*$/gm, '')
    .replace(/\b(kept|multaqa_session)=[^;\n]*/g, '$1')
  if (nonce) even = even.replaceAll(nonce, 'NONCE')
  const known = Object.entries(names).sort(([, a], [, b]) => b.length - a.length)
  for (const [name, value] of known) {
    for (const form of formsOf(value)) even = even.replaceAll(form, `{${name}}`)
  }
  return even
}

function fill(way: string, names: Names, lang: string) {
  return way.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(names[name] ?? lang))
}

// What an address says itself, its answer may say again.
function namedIn(way: string, names: Names): Names {
  return Object.fromEntries(Object.entries(names).filter(([name]) => way.includes(`{${name}}`)))
}

function formsOf(value: string) {
  return [encodeURIComponent(encodeURIComponent(value)), encodeURIComponent(value), value]
}

function wordsOf(words: Canary['words']): Names {
  return Object.fromEntries(LANGS.map((lang) => [`word_${lang}`, words[lang]]))
}

function absentOf(names: Canary['names']): Names {
  const ids = Object.keys(names).map((name) => [name, newId()])
  return { ...Object.fromEntries(ids), space: `canary-${newId()}` }
}
