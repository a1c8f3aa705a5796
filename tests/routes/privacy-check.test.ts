import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { afterEach, expect, test } from 'vitest'
import { removeCanaries } from '#app/domain/canary/canary.server.ts'
import { checkPrivacy } from '#app/http/privacy-check.server.ts'
import { settings } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import { aUser } from '#tests/support/factories.ts'
import { get, post, send } from '#tests/support/requests.ts'

const servers: Server[] = []

// The whole program behind a real port; `change` is what a leak would do to an answer.
async function listening(change = async (answer: Response) => answer) {
  const server = createServer(createRequestListener(async (request) => change(await send(request))))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function leftOver() {
  const tables = ['space', 'item', 'search_row', 'session', 'file', 'notification'] as const
  const counts = await Promise.all(tables.map((table) => db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow())) // prettier-ignore
  const people = await db
    .selectFrom('user')
    .where('handle', 'like', 'canary-%')
    .select('id')
    .execute()
  return [...counts.map(({ count }) => count), people.length]
}

test('the check finds nothing, on every way, and leaves nothing behind', async () => {
  const before = await leftOver()
  const { rows, requests, leaks } = await checkPrivacy(await listening())
  const found = rows.flatMap(({ way, found }) => Object.entries(found).map((one) => [way, ...one]))
  expect(found.filter(([, , what]) => what !== null)).toEqual([])
  expect({ leaks, ways: rows.length > 40, requests: requests > 300 }).toEqual({
    leaks: 0,
    ways: true,
    requests: true,
  })
  expect(await leftOver()).toEqual(before)
}, 120_000)

test('it sees a word of the space in a page, and an answer that only differs', async () => {
  const name = () => db.selectFrom('space').select('name').executeTakeFirst()
  const base = await listening(async (answer) => {
    const { status, headers } = answer
    const space = await name()
    // It grows.
    headers.delete('content-length')
    if (status === 404) return new Response(null, { status: Math.random() < 0.5 ? 403 : 404 })
    return new Response(`${await answer.text()}${space?.name ?? ''}`, { status, headers })
  })
  const { rows, leaks } = await checkPrivacy(base)
  const of = (way: string) => rows.find((row) => row.way === way)!.found.visitor
  expect(of('/{lang}')).toBe('marker')
  expect(rows.flatMap(({ found }) => Object.values(found))).toContain('difference')
  expect(leaks).toBeGreaterThan(40)
}, 120_000)

test('a check that breaks off leaves nothing either', async () => {
  const before = await leftOver()
  await expect(checkPrivacy('http://127.0.0.1:1')).rejects.toThrow()
  expect(await leftOver()).toEqual(before)
  expect(await removeCanaries(db)).toBe(0)
})

test('administrators, and nobody else, run it from a page', async () => {
  const admin = await aUser({ role: 'admin' })
  for (const other of [await aUser(), await aUser({ role: 'facilitator' })]) {
    expect((await get(other, '/fr/admin/privacy')).status).toBe(403)
    expect((await post(other, '/fr/admin/privacy')).status).toBe(403)
  }
  expect(await (await get(admin, '/fr/admin/privacy')).text()).toContain('Lancer le contrôle')
  settings().PORT = 1
  const alone = await post(admin, '/fr/admin/privacy')
  expect([alone.status, await alone.text()]).toEqual([
    409,
    expect.stringContaining('Aucun forum ne répond'),
  ])
  settings().PORT = Number(new URL(await listening()).port)
  const page = await (await post(admin, '/fr/admin/privacy')).text()
  expect(page).toContain('Rien n’a filtré')
  expect(page).toContain('Ancien membre de l’espace')
}, 120_000)
