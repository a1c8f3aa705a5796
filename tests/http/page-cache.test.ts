import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createPageCache } from '#app/http/page-cache.server.ts'
import { createShelf } from '#app/domain/shelf.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { db, openDatabase } from '#db/client.server.ts'
import { versionOf } from '#db/statements.server.ts'
import { aChallenge, aMember, aPost, aPractice, aThread, changeItem } from '#tests/support/factories.ts' // prettier-ignore
import { ORIGIN, send, signIn } from '#tests/support/requests.ts'
import { statementsOf } from '#tests/support/statements.ts'

let writer: Awaited<ReturnType<typeof aMember>>
let thread: { id: string; title: string }
let path: string

beforeAll(async () => {
  writer = await aMember()
  thread = { title: 'Un fil', id: (await aThread({ author: writer, title: 'Un fil' })).id }
  path = `/fr${itemPath({ ...thread, kind: 'thread' })}`
})

afterEach(() => vi.useRealTimers())

test('a page that is asked for again is not made again', async () => {
  const first = await asked(path)
  expect(first.statements).toBeGreaterThan(0)
  const again = await asked(path)
  expect(again).toMatchObject({ status: 200, statements: 0, body: first.body })
  expect(again.headers.get('cache-control')).toBe(
    'public, max-age=0, s-maxage=5, stale-while-revalidate=25',
  )
  expect(again.headers.get('vary')).toBe('Cookie, Accept-Encoding')
  expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
})

test('what is written shows at once; what the page says nothing of leaves it as it is', async () => {
  await asked(path)
  await signIn(writer)
  await aPractice({ author: writer, state: 'draft', title: 'Brouillon' })
  expect((await asked(path)).statements).toBe(0)
  await aPost(thread, { author: writer, body: 'Une réponse' })
  expect((await asked(path)).body).toContain('Une réponse')
})

test('what is hidden is gone for the very next who asks', async () => {
  const absent = comparable(await asked('/fr/threads/000000000000'))
  expect((await asked(path)).status).toBe(200)
  expect((await asked('/fr/threads')).body).toContain(thread.id)
  await changeItem(thread.id, { hidden_at: new Date().toISOString() })
  expect(comparable(await asked(path))).toEqual(absent)
  expect((await asked('/fr/threads')).body).not.toContain(thread.id)
  await changeItem(thread.id, { hidden_at: null })
  expect((await asked(path)).status).toBe(200)
})

test('what another process commits is noticed, and not before it does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'multaqa-version-'))
  const [one, other] = ['a.db', 'a.db'].map((file) => openDatabase(join(folder, file)).sqlite)
  const version = versionOf(one!)
  const seen = [version()]
  for (const step of ['create table t (x)', 'begin', 'insert into t values (1)', 'commit']) {
    other!.exec(step)
    seen.push(version())
  }
  one!.exec('insert into t values (2)')
  seen.push(version())
  one!.exec('begin')
  expect(version()).toBeNull()
  const [start, made, , written, committed, ours] = seen
  expect(new Set([start, made, committed, ours]).size).toBe(4)
  expect(written).toBe(made)
  for (const sqlite of [one!, other!]) sqlite.close()
  rmSync(folder, { recursive: true })
})

test('a transaction that reads before it writes is not overtaken by another process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'multaqa-turns-'))
  const [one, other] = ['a.db', 'a.db'].map((file) => openDatabase(join(folder, file)))
  one!.sqlite.exec('create table t (x)')
  other!.sqlite.pragma('busy_timeout = 0')
  await one!.db.transaction().execute(async (trx) => {
    await sql`select x from t`.execute(trx)
    expect(() => other!.sqlite.exec('insert into t values (2)')).toThrow('locked')
    await sql`insert into t values (1)`.execute(trx)
  })
  for (const { sqlite } of [one!, other!]) sqlite.close()
  rmSync(folder, { recursive: true })
})

test('what a transaction has not committed is seen by nobody', async () => {
  const before = await asked(path)
  const during = await db
    .transaction()
    .execute(async (trx) => {
      await trx.updateTable('item_text').set({ title: 'Autre' }).execute()
      const page = asked(path)
      await new Promise((resolve) => setTimeout(resolve, 20))
      throw Object.assign(new Error('taken back'), { page })
    })
    .catch(({ page }) => page as ReturnType<typeof asked>)
  expect(during.body).toBe(before.body)
})

test('readers who are somebody, or chose something, get a page of their own', async () => {
  await asked(path)
  const theme = await asked(path, { cookie: 'theme=dark' })
  expect(theme.body).toContain('data-theme="dark"')
  const flash = await asked(path, { cookie: 'flash=reply_sent' })
  expect(flash.headers.getSetCookie().join()).toContain('flash=;')
  const member = await asked(path, { cookie: await signIn(writer) })
  expect(member.body).toContain(writer.name)
  const other = await asked(path, { referer: `${ORIGIN}/ar/threads` })
  expect(other.headers.getSetCookie().join()).toContain('lang=fr')
  for (const { headers, statements } of [theme, flash, member, other]) {
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(statements).toBeGreaterThan(0)
  }
  expect(await asked(path, { cookie: 'lang=ar' })).toMatchObject({ statements: 0 })
})

test('what is counted, opened by a link of one’s own, or not there is not kept', async () => {
  const unkept = ['/fr/search?q=introuvable', '/fr/confirm?token=x', '/fr/login/passkey', '/fr/nothing'] // prettier-ignore
  for (const address of [...unkept, ...unkept]) {
    const { headers } = await asked(address)
    expect(headers.get('cache-control'), address).toBe('private, no-store')
  }
  const { count } = await db.selectFrom('search_miss').select('count').executeTakeFirstOrThrow()
  expect(count).toBe(2)
})

test('a page is kept when nothing in its making was of one moment or for one reader', async () => {
  const isKept = async (ask: () => Promise<unknown>, headers: Record<string, string> = {}) => {
    const pages = createPageCache()
    await pages.answer('/fr', 'identity', async () => {
      await ask()
      return page('x', headers)
    })
    return pages.find('/fr') !== undefined
  }
  const since = (moment: string) => async () =>
    db.selectFrom('item').where('created_at', '>', moment).select('id').execute()
  const nothing = async () => {}
  expect(await isKept(since('2020-01-01T00:00:00.000Z'))).toBe(true)
  expect(await isKept(() => since(new Date().toISOString())())).toBe(false)
  expect(await isKept(() => db.deleteFrom('draft').execute())).toBe(false)
  expect(await isKept(nothing, { 'set-cookie': 'a=b' })).toBe(false)
  expect(await isKept(nothing, { 'content-security-policy': "script-src 'nonce-1'" })).toBe(false)
  expect(await isKept(nothing, { 'content-type': 'image/png' })).toBe(false)
})

test('a page depends on its address, on the answers and on the day alone', async () => {
  const challenge = await aChallenge({ title: 'Un défi' })
  const practice = await aPractice({ title: 'Une pratique' })
  const [day] = new Date().toISOString().split('T')
  const pages = ['', '/threads', '/practices', '/challenges', '/spaces', '/tags', '/collectivities', '/search?q=fil', '/login', '/privacy'] // prettier-ignore
  const items = [
    itemPath({ ...challenge, title: 'Un défi', kind: 'challenge' }),
    itemPath({ ...practice, title: 'Une pratique', kind: 'practice' }),
  ]
  const all = [...pages, ...items].map((page) => `/fr${page}`).concat(path, '/sitemap.xml', '/feeds/all.fr.atom') // prettier-ignore
  for (const address of all) {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T00:00:01Z`) })
    const kept = await asked(address)
    expect((await asked(address)).statements, address).toBe(0)
    vi.setSystemTime(new Date(`${day}T23:59:58Z`))
    const headers = { cookie: 'any=1', 'accept-language': 'ar', 'user-agent': 'x', host: 'x.example' } // prettier-ignore
    const own = await asked(address, headers)
    expect(own.statements, address).toBeGreaterThanOrEqual(0)
    expect(own.body, address).toBe(kept.body)
  }
  vi.setSystemTime(Date.now() + 5000)
  expect((await asked('/fr/collectivities')).statements).toBeGreaterThan(0)
})

test('many who ask at once wait for one, but not for what was begun before a write', async () => {
  const address = `${path}?at-once`
  const { statements: alone } = await asked(`${path}?alone`)
  const { statements } = await statementsOf(() =>
    Promise.all(Array.from({ length: 5 }, () => asked(address))),
  )
  expect(statements.length).toBe(alone)

  const pages = createPageCache()
  const [early, late] = [deferred(), deferred()]
  const first = pages.answer('/fr', 'identity', () => early.promise)
  await new Promise(setImmediate)
  await changeItem(thread.id, { edited_at: new Date().toISOString() })
  const second = pages.answer('/fr', 'identity', () => late.promise)
  late.resolve(page('after'))
  expect(bodyOf(await second)).toBe('after')
  early.resolve(page('before'))
  expect(bodyOf(await first)).toBe('before')
})

test('a page that could not be made is tried again by the next who asks', async () => {
  const pages = createPageCache()
  const failed = pages.answer('/fr', 'identity', () => Promise.reject(new Error('no')))
  await expect(failed).rejects.toThrow('no')
  expect(bodyOf(await pages.answer('/fr', 'identity', async () => page('yes')))).toBe('yes')
})

test('a shelf holds so many bytes, and gives up what was used longest ago', () => {
  const shelf = createShelf<number>(10)
  for (const name of ['a', 'b']) shelf.set(name, 1, 4)
  shelf.get('a')
  shelf.set('c', 1, 5)
  shelf.set('d', 1, 11)
  expect(['a', 'b', 'c', 'd'].map((name) => shelf.get(name))).toEqual([1, undefined, 1, undefined])
})

async function asked(address: string, headers: Record<string, string> = {}) {
  const { result, statements } = await statementsOf(() =>
    send(new Request(ORIGIN + address, { headers })),
  )
  return {
    status: result.status,
    headers: result.headers,
    body: await result.text(),
    statements: statements.length,
  }
}

function comparable({ status, headers, body }: Awaited<ReturnType<typeof asked>>) {
  return { status, body, headers: [...headers].filter(([name]) => name !== 'x-request-id') }
}

function page(text: string, headers: Record<string, string> = {}) {
  return new Response(text, { headers: { 'content-type': 'text/html', ...headers } })
}

function bodyOf(made: Awaited<ReturnType<ReturnType<typeof createPageCache>['answer']>>) {
  return made instanceof Response ? null : String(made.bodies.get('identity'))
}

function deferred() {
  let resolve!: (response: Response) => void
  const promise = new Promise<Response>((done) => (resolve = done))
  return { promise, resolve }
}
