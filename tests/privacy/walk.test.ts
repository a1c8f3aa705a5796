import { beforeAll, expect, test } from 'vitest'
import { LANGS } from '#app/domain/languages.ts'
import { newId } from '#db/id.ts'
import { routeList } from '#tests/support/requests.ts'
import { ADDRESSES } from './addresses.ts'
import {
  ABSENT,
  type Address,
  answerTo,
  fill,
  HIDDEN_WORDS,
  lastOf,
  markersIn,
  type Names,
  namesHidden,
  type Who,
} from './answer.ts'
import { CHANGES_BY_ITSELF, INSIDE, PLAUSIBLE } from './readings.ts'
import { aCast, type Cast, fillSpace } from './world.ts'

const MINUTES = 60_000
const OUTSIDERS = ['visitor', 'account', 'peer', 'former', 'admin', 'facilitator'] as const
const table = Object.entries(ADDRESSES).flatMap(([route, addresses]) =>
  addresses.map((address) => ({ route, address })),
)

let cast: Cast
let open: Names
let hidden: Names
let absent: Names
const before = new Map<string, string>()

beforeAll(async () => {
  cast = await aCast()
  open = openNames(cast)
  await everyOpenPage((key, answer) => before.set(key, answer))
  const filled = await fillSpace(cast)
  hidden = { ...HIDDEN_WORDS, ...filled }
  absent = { ...ABSENT, ...Object.fromEntries(Object.keys(filled).map((name) => [name, newId()])) }
  absent.space = `space-${newId()}`
}, 5 * MINUTES)

test('every route has its addresses in the table', () => {
  const missing = routeList.map(({ id }) => id).filter((id) => !(id in ADDRESSES))
  const gone = Object.keys(ADDRESSES).filter((id) => !routeList.some((route) => route.id === id))
  expect({ missing, gone }).toEqual({ missing: [], gone: [] })
})

// First of all: what outsiders post while they are walked would change the open pages.
test(
  'no list, count, feed or page of others changes when a private space gets content',
  async () => {
    const changed: string[] = []
    await everyOpenPage((key, answer) => {
      if (before.get(key) !== answer)
        changed.push(`${key} · ${difference(before.get(key), answer)}`)
    })
    expect(changed).toEqual([])
  },
  5 * MINUTES,
)

test.each(OUTSIDERS)(
  'for %s, what is in a private space does not exist',
  async (name) => {
    const wrong: string[] = []
    for (const [index, { route, address }] of table.entries()) {
      const lang = LANGS[index % LANGS.length]!
      const ways = [
        ['GET', address],
        ['GET', itsDataAlone(route, address)],
        ['POST', address],
      ] as const
      for (const [method, asked] of ways) {
        const problem = await leak(who(name), method, asked, lang)
        if (problem) wrong.push(`${route} · ${method} ${pathOf(asked)} · ${problem}`)
      }
    }
    expect(wrong).toEqual([])
  },
  5 * MINUTES,
)

test(
  'its members do see it, in every language: the markers are where they should be',
  async () => {
    const unseen: string[] = []
    for (const address of INSIDE) {
      for (const lang of LANGS) {
        const answer = await answerTo(
          cast.member,
          'GET',
          fill(address, { names: hidden, open, lang }),
          {},
        )
        if (markersIn(lastOf(answer)).length === 0) unseen.push(`${lang} ${pathOf(address)}`)
      }
    }
    expect(unseen).toEqual([])
  },
  5 * MINUTES,
)

async function leak(person: Who, method: 'GET' | 'POST', address: Address, lang: string) {
  if (method === 'POST' && !namesHidden(address)) return undefined
  const ask = (names: Names) =>
    answerTo(person, method, fill(posted(address), { names, open, lang }), names)
  const answer = await ask(hidden)
  const markers = markersIn(answer)
  if (markers.length) return `shows ${markers.join(', ')}`
  if (!namesHidden(address)) return undefined
  const other = await ask(absent)
  return answer === other ? undefined : difference(other, answer)
}

// What the browser's script asks for: one route's data, without the loaders of those around it.
function itsDataAlone(route: string, address: Address) {
  const [path, query] = pathOf(address).split('?')
  return `${path}.data?${query ? `${query}&` : ''}_routes=${route}`
}

// Whatever a form of that page may want: what it does not know it passes over.
function posted(address: Address) {
  const { path, fields } = typeof address === 'string' ? { path: address, fields: {} } : address
  return { path, fields: { ...PLAUSIBLE, ...fields } }
}

async function everyOpenPage(visit: (key: string, answer: string) => void) {
  for (const name of OUTSIDERS) {
    for (const [index, { address }] of table.entries()) {
      const path = pathOf(address)
      if (namesHidden(path)) continue
      const filled = fill(path, { names: {}, open, lang: LANGS[index % LANGS.length]! })
      const answer = await answerTo(who(name), 'GET', filled, {})
      visit(`${name} ${filled.path}`, answer.replace(CHANGES_BY_ITSELF[path] ?? '', ''))
    }
  }
}

function openNames({ owner, member, peer, tag, concept, otherSpace, open }: Cast): Names {
  const ids = Object.fromEntries(Object.entries(open).map(([name, { id }]) => [name, id]))
  const handles = { owner: owner.handle, member: member.handle, peer: peer.handle }
  const slugs = { tag: tag.slug, concept: concept.slug, space: otherSpace.slug }
  return { ...ids, ...handles, ...slugs, code: '16.001.01.01' }
}

function who(name: (typeof OUTSIDERS)[number]): Who {
  return name === 'visitor' ? null : cast[name]
}

function pathOf(address: Address) {
  return typeof address === 'string' ? address : address.path
}

function difference(expected = '', answer: string) {
  let at = 0
  while (at < answer.length && answer[at] === expected[at]) at++
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 100))
  return `expected ${part(expected)}, got ${part(answer)}`
}
