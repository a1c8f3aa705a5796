import { beforeAll, expect, test } from 'vitest'
import { findPost } from '#app/domain/posts/posts.server.ts'
import { lastRevision } from '#app/domain/practices/find.server.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { get, post } from '#tests/support/requests.ts'
import { faultsOf, planAsGrown, planAsNew } from '#tests/support/plans.ts'
import { type Statement, statementsOf } from '#tests/support/statements.ts'
import { ADDRESSES } from './addresses.ts'
import { type Address, fill, HIDDEN_WORDS, type Names, openNames, posted } from './answer.ts'
import { isContent, pastTheDoors } from './doors.ts'
import { aCast, type Cast, fillSpace } from './world.ts'

// One of each kind; those who keep the network and the private space last, since what they post
// changes it.
const ACTORS = ['visitor', 'former', 'member', 'admin', 'owner'] as const
const addresses = Object.values(ADDRESSES).flat()

/** Each statement that an address has asked, once. */
const asked = new Map<string, Statement>()

let cast: Cast
let hidden: Names

beforeAll(async () => {
  cast = await aCast()
  hidden = { ...HIDDEN_WORDS, ...(await fillSpace(cast)) }
}, 60_000)

test.each(ACTORS)(
  'whatever %s asks for, no statement reads or changes content past the doors',
  async (name) => {
    const who = name === 'visitor' ? null : cast[name]
    const past = new Map<string, string>()
    let seen = 0
    for (const method of ['GET', 'POST'] as const) {
      for (const address of addresses) {
        // Plants a space of its own: tests/routes/privacy-check.test.ts.
        if (method === 'POST' && address === '/fr/admin/privacy') continue
        const statements = await statementsFor(who, method, address)
        seen += statements.filter(isContent).length
        for (const statement of statements) asked.set(statement.sql, statement)
        for (const { sql } of pastTheDoors(statements, who?.id ?? null)) {
          past.set(sql, `${method} ${JSON.stringify(address)}: ${sql}`)
        }
      }
    }
    expect([...past.values()]).toEqual([])
    expect(seen).toBeGreaterThan(who ? 400 : 100)
  },
  60_000,
)

test('on a grown forum none of these statements reads a table through or sorts one', () => {
  expect(asked.size).toBeGreaterThan(300)
  for (const plan of [planAsNew, planAsGrown]) {
    plan()
    expect.soft([...asked.values()].flatMap(faultsOf)).toEqual([])
  }
})

test('a statement past the doors is seen: by an id nobody found, by an alias without a door', async () => {
  const ask = async (run: () => Promise<unknown>) =>
    pastTheDoors((await statementsOf(run)).statements, null).length
  const by = (id: string) => db.selectFrom('item').where('id', '=', id).select('state').execute()
  expect(await ask(() => by(cast.open.post.id))).toBe(1)
  expect(await ask(() => db.selectFrom('space').selectAll().execute())).toBe(1)
  expect(await ask(() => lastRevision(db, cast.open.thread.id))).toBe(1)
  expect(await ask(() => db.deleteFrom('item').where('id', '=', newId()).execute())).toBe(1)
  const thenMore = async () => {
    const found = await findPost(db, null, 'fr', cast.open.post.id)
    return by(found!.id)
  }
  expect(await ask(thenMore)).toBe(0)
})

test('a read by id without a viewer does not compile', () => {
  // @ts-expect-error: a plain string has been through no door
  const read = () => lastRevision(db, 'an id from an address')
  expect(read).toBeTypeOf('function')
})

async function statementsFor(who: { id: string } | null, method: 'GET' | 'POST', address: Address) {
  await db.deleteFrom('try').execute()
  const { path, fields } = fill(posted(address), {
    names: hidden,
    open: openNames(cast),
    lang: 'fr',
  })
  const ask = async () => {
    const answer = await (method === 'GET' ? get(who, path) : post(who, path, fields))
    // The addresses here leave out the name at the end, which the page adds.
    return answer.status === 301 ? get(who, answer.headers.get('location')!) : answer
  }
  const { result, statements } = await statementsOf(ask)
  await result.text()
  return statements
}
