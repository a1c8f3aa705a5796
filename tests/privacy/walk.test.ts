import { beforeAll, expect, test } from 'vitest'
import { LANGS } from '#app/domain/languages.ts'
import { newId } from '#db/id.ts'
import { routeList, send, ORIGIN } from '#tests/support/requests.ts'
import { ADDRESSES } from './addresses.ts'
import {
  ABSENT,
  type Address,
  answerTo,
  difference,
  EVERY_LANGUAGE,
  fill,
  HIDDEN_WORDS,
  lastOf,
  markersIn,
  type Method,
  type Names,
  namedIn,
  namesHidden,
  openNames,
  OUTSIDERS,
  pathOf,
  posted,
  who,
  type Who,
} from './answer.ts'
import { givesOwn, INSIDE } from './readings.ts'
import { aCast, type Cast, fillSpace } from './world.ts'

const MINUTES = 60_000
const table = Object.entries(ADDRESSES).flatMap(([route, addresses]) =>
  addresses.map((address) => ({ route, address })),
)

let cast: Cast
let open: Names
let hidden: Names
let absent: Names

beforeAll(async () => {
  cast = await aCast()
  open = openNames(cast)
  const filled = await fillSpace(cast)
  hidden = { ...HIDDEN_WORDS, ...filled }
  absent = { ...ABSENT, ...Object.fromEntries(Object.keys(filled).map((name) => [name, newId()])) }
  absent.space = `space-${newId()}`
}, MINUTES)

test('every route has its addresses in the table', () => {
  const missing = routeList.map(({ id }) => id).filter((id) => !(id in ADDRESSES))
  const gone = Object.keys(ADDRESSES).filter((id) => !routeList.some((route) => route.id === id))
  expect({ missing, gone }).toEqual({ missing: [], gone: [] })
})

test.each(OUTSIDERS)(
  'for %s, what is in a private space does not exist',
  async (name) => {
    const wrong: string[] = []
    for (const [index, { route, address }] of table.entries()) {
      for (const [method, asked, lang] of waysTo(name, route, address, index)) {
        if (givesOwn(name, pathOf(address))) continue
        const problem = await leak(who(cast, name), method, asked, lang)
        if (problem) wrong.push(`${route} · ${lang} ${method} ${pathOf(asked)} · ${problem}`)
      }
    }
    expect(wrong).toEqual([])
  },
  5 * MINUTES,
)

test('any other method is refused before anything is looked for', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    const answer = await send(new Request(`${ORIGIN}/fr/threads/${hidden.thread}`, { method }))
    expect([answer.status, await answer.text()], method).toEqual([405, ''])
  }
})

test(
  'its members do see it, in every language: the markers are where they should be',
  async () => {
    const unseen: string[] = []
    for (const address of INSIDE) {
      for (const lang of LANGS) {
        const filled = fill(address, { names: hidden, open, lang })
        const answer = await answerTo(cast.member, 'GET', filled, {})
        if (markersIn(lastOf(answer)).length === 0) unseen.push(`${lang} ${pathOf(address)}`)
      }
    }
    expect(unseen).toEqual([])
  },
  5 * MINUTES,
)

type Way = [Method, Address, string]

// Those who are shown least meet every page in every language; the others, between them, as well. In
// one language also its head, its data alone and its form.
function waysTo(name: string, route: string, address: Address, index: number): Way[] {
  const lang = LANGS[(index + OUTSIDERS.indexOf(name)) % LANGS.length]!
  const all = EVERY_LANGUAGE.includes(name) && pathOf(address).startsWith('/fr')
  const langs = all ? LANGS : [lang]
  return [
    ...langs.map((one): Way => ['GET', address, one]),
    ['HEAD', address, lang],
    ['GET', itsDataAlone(route, address), lang],
    ...(ONLY_READ.test(pathOf(address)) ? [] : [['POST', address, lang] as Way]),
  ]
}

// What a page takes from its query and a form does not.
const ONLY_READ = /\?(?:quote|sent)=/

async function leak(person: Who, method: Method, address: Address, lang: string) {
  if (method !== 'GET' && !namesHidden(address)) return undefined
  const ask = (names: Names) =>
    answerTo(person, method, fill(posted(address), { names, open, lang }), namedIn(address, names))
  const answer = await ask(hidden)
  if (answer.startsWith('5')) return `fails: ${answer.slice(0, 3)}`
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
