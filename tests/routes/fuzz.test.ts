import { beforeAll, expect, test } from 'vitest'
import { db, sqlite } from '#db/client.server.ts'
import { ADDRESSES } from '#tests/privacy/addresses.ts'
import { ABSENT, type Address, fill, HIDDEN_WORDS, type Names } from '#tests/privacy/answer.ts'
import { PLAUSIBLE } from '#tests/privacy/readings.ts'
import { aCast, type Cast, fillSpace } from '#tests/privacy/world.ts'
import { BROKEN, encodedForm, HOSTILE, INHERITED, seeded } from '#tests/support/hostile.ts'
import { get, ORIGIN, routeList, send, signIn } from '#tests/support/requests.ts'

const SECONDS = 1000
const PEOPLE = ['visitor', 'member', 'facilitator', 'admin'] as const
const QUERY =
  'q page tag kind principle region stage language list before after version from to number item space challenge quote sent form scope place token verb actor until show role state'.split(
    ' ',
  )
const TOLD = /SqliteError|SQLITE_|constraint failed|no such column|\n\s+at \S+ \(|node_modules/
// What a refused request may leave behind: that it came, and what was typed before signing in.
const TRACES = ['try', 'session', 'kept_form']

const random = seeded(20261123)
let cast: Cast
let worlds: { names: Names; open: Names; lang: string }[]
let tables: string[]

beforeAll(async () => {
  cast = await aCast()
  const { owner, member, peer, tag, space, otherSpace } = cast
  const ids = Object.fromEntries(Object.entries(cast.open).map(([name, { id }]) => [name, id]))
  const handles = { owner: owner.handle, member: member.handle, peer: peer.handle }
  const open = { ...ids, ...handles, tag: tag.slug, space: otherSpace.slug, code: '16.001.01.01' }
  const filled = await fillSpace(cast)
  const absent = Object.fromEntries(Object.keys(filled).map((name) => [name, 'zzzzzzzzzzzz']))
  worlds = [
    { names: { ...HIDDEN_WORDS, ...filled, space: space.slug }, open, lang: 'fr' },
    { names: { ...ABSENT, ...absent }, open, lang: 'ar' },
  ]
  tables = await listTables()
}, 30 * SECONDS)

const walked = routeList.flatMap(({ id }) => (ADDRESSES[id]?.length ? [id] : []))

test(
  'no address, however strange, is answered with an error of the program',
  async () => {
    const wrong: string[] = []
    for (const route of walked) {
      for (const person of PEOPLE) {
        for (const path of strangePaths(route)) {
          wrong.push(...(await problems(person, new Request(new URL(path, ORIGIN)))))
        }
      }
    }
    expect(wrong).toEqual([])
  },
  30 * SECONDS,
)

test(
  'no form, however strange, is answered with an error of the program or half written',
  async () => {
    const wrong: string[] = []
    for (const route of walked) {
      for (const person of PEOPLE) {
        for (const request of await strangePosts(route, person)) {
          wrong.push(...(await problems(person, request)))
        }
      }
    }
    expect(wrong).toEqual([])
  },
  60 * SECONDS,
)

test(
  'and what was kept of it can be read by everyone',
  async () => {
    const wrong: string[] = []
    for (const route of walked) {
      for (const person of PEOPLE) {
        for (const path of [...(await listMade()), pathOf(route, pick(ADDRESSES[route]!))]) {
          wrong.push(...(await problems(person, new Request(new URL(path, ORIGIN)))))
        }
      }
    }
    expect(wrong).toEqual([])
  },
  30 * SECONDS,
)
