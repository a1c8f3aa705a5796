import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReadableId } from '#app/domain/items/visibility.server.ts'
import { tellOf } from '#app/domain/notifications/tellings.server.ts'
import { addPost } from '#app/domain/posts/posts.server.ts'
import { openThread } from '#app/domain/threads/threads.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { build, isCurrent } from '../../bin/build.js'

// The built program as people run it: one folder of its own for each test.
const root = mkdtempSync(join(tmpdir(), 'multaqa-program-'))
const running = new Set<ChildProcess>()

beforeAll(() => {
  if (!isCurrent()) build()
}, 180_000)

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

test('it starts on nothing, lets in the first administrator by a link, and stops cleanly', async () => {
  const DATA_DIR = join(root, 'new')
  const first = run('start', [], { DATA_DIR, PORT: '0', LOG_LEVEL: 'info' })
  const address = await first.until(/^Multaqa: (http:\S+)\/$/m)
  // What takes long is told while it is done.
  expect(first.output()).toMatch(/"msg":"making the search index anew"[^]*^Multaqa:/m)
  const link = await first.until(/ (http:\S+\/ar\/welcome\?token=\S+)/)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  // The sheet of components is for those who develop.
  const [sheet, nothing] = await Promise.all(
    ['design', 'nothing'].map((page) => fetch(`${address}/ar/${page}`)),
  )
  expect([sheet!.status, await sheet!.text()]).toEqual([404, await nothing!.text()])
  const welcome = await fetch(link)
  expect(welcome.status).toBe(200)
  // Pages without script have their styles in themselves; this one has a sheet.
  expect(await welcome.text()).toContain('<style>@layer')
  const offline = await (await fetch(`${address}/ar/offline`)).text()
  const [style] = /\/assets\/[^"]+\.css/.exec(offline)!
  const { headers } = await fetch(address + style, { headers: { 'accept-encoding': 'gzip, br' } })
  expect([headers.get('content-encoding'), headers.get('cache-control')]).toEqual([
    'br',
    'public, max-age=31536000, immutable',
  ])
  expect((await fetch(`${address}/ar/welcome?token=nothing`)).status).not.toBe(200)
  first.child.kill('SIGTERM')
  expect(await first.code).toBe(0)
  // A clean stop leaves one file: what the journal held is in it.
  expect(existsSync(join(DATA_DIR, 'multaqa.db-wal'))).toBe(false)

  const password = 'a password of many words'
  const admin = ['user', 'add', '--email', 'a@example.org', '--name', 'A', '--role', 'admin']
  const added = run('cli', [...admin, '--password-stdin'], { DATA_DIR }, password)
  expect([await added.code, added.output()]).toEqual([0, 'Added a@example.org (admin).\n'])
  const second = run('start', [], { DATA_DIR, PORT: '0' })
  await second.until(/^Multaqa: /m)
  second.child.kill('SIGINT')
  expect(await second.code).toBe(0)
  expect(second.output()).not.toContain('welcome')
}, 180_000)

test('a request under way is answered before it stops; new ones are not taken', async () => {
  const program = run('start', [], {
    DATA_DIR: join(root, 'stop'),
    PORT: '0',
    SAMPLE_CONTENT: 'none',
  })
  const { port } = new URL(await program.until(/^Multaqa: (http:\S+)\/$/m))
  const socket = connect(Number(port), '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => (answer += String(chunk)))
  socket.write(
    'POST /theme HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 11\r\nSec-Fetch-Site: same-origin\r\n' +
      'Content-Type: application/x-www-form-urlencoded\r\n\r\ntheme=',
  )
  await pause(300)
  program.child.kill('SIGTERM')
  await pause(300)
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
  socket.write('light')
  expect(await program.code).toBe(0)
  expect(answer).toMatch(/^HTTP\/1\.1 30\d/)
}, 180_000)

test('two workers answer as one: right at once, replaced when they die, stopped together', async () => {
  const DATA_DIR = join(root, 'workers')
  const program = run('start', [], { DATA_DIR, PORT: '0', WORKERS: '2' })
  const address = await program.until(/^Multaqa: (http:\S+)\/$/m)
  await program.until(/welcome/)
  expect(program.output().match(/welcome/g)).toHaveLength(1)
  const workers = childrenOf(program.child.pid!)
  expect(workers).toHaveLength(2)

  // Each connection goes to the next worker.
  const ask = async (path: string) => {
    const answer = await fetch(address + path, { headers: { connection: 'close' } })
    return `${answer.status} ${await answer.text()}`
  }
  const askAll = async (path: string) => [await ask(path), await ask(path), await ask(path)]
  const { db } = openDatabase(join(DATA_DIR, 'multaqa.db'))
  const practice = await db
    .selectFrom('item')
    .where('kind', '=', 'practice')
    .select('id')
    .executeTakeFirstOrThrow()
  const [path] = /\/fr\/practices\/\w{12}\/[^"]+/.exec(await ask(`/fr/practices/${practice.id}`))!
  for (const page of await askAll(path)) expect(page).toMatch(/^200/)
  await db.updateTable('item').set({ hidden_at: new Date().toISOString() }).execute()
  for (const page of await askAll(path)) expect(page).toMatch(/^404/)
  await db.destroy()

  // What is on its way to a process that dies is lost with it.
  process.kill(workers[0]!, 'SIGKILL')
  // For a moment the one that was killed is still among them.
  const isReplaced = (now: number[]) => now.length === 2 && !now.includes(workers[0]!)
  while (!isReplaced(childrenOf(program.child.pid!))) await pause(100)
  expect(await ask('/healthz')).toBe('200 ok')
  program.child.kill('SIGTERM')
  expect(await program.code).toBe(0)
  expect(existsSync(join(DATA_DIR, 'multaqa.db-wal'))).toBe(false)
}, 180_000)

test('a program that is killed while it tells has told each whole or not at all, and goes on', async () => {
  const DATA_DIR = join(root, 'told')
  const start = () =>
    run('start', [], { DATA_DIR, PORT: '0', SAMPLE_CONTENT: 'none', WORKERS: '2' })
  const first = start()
  await first.until(/^Multaqa: /m)
  first.child.kill('SIGTERM')
  await first.code

  const { db } = openDatabase(join(DATA_DIR, 'multaqa.db'))
  const people = Array.from({ length: 20 }, (_, index) => `person-${index}`)
  const confirmed = new Date().toISOString()
  await db
    .insertInto('user')
    .values(
      people.map((id) => ({
        id,
        handle: id,
        name: id,
        email: `${id}@example.org`,
        email_confirmed_at: confirmed,
      })),
    ) // prettier-ignore
    .execute()
  const author = { id: people[0]!, seats: [] } as never
  await db.transaction().execute(async (trx) => {
    const texts = { title: 'T', body: 'B', lang: 'fr', form: 'question' } as const
    const where = { challenge: null, space_id: null, held: false }
    const thread = await openThread(trx, author, { ...texts, ...where })
    const follows = people.map((user_id) => ({ user_id, item_id: thread }))
    await trx
      .insertInto('follow')
      .values(follows)
      .onConflict((on) => on.doNothing())
      .execute()
    const place = { id: thread as ReadableId, space_id: null }
    for (let count = 0; count < 200; count++) {
      const reply = await addPost(trx, author, place, { body: 'B', lang: 'fr' })
      await tellOf(trx, author, reply, { followed: [thread] })
    }
  })
  const countOf = async (table: 'telling' | 'notification' | 'mail') => {
    const query = db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count'))
    return (await query.executeTakeFirstOrThrow()).count
  }

  const killed = start()
  while ((await countOf('notification')) === 0) await pause(1)
  process.kill(killed.child.pid!, 'SIGKILL')
  await killed.code
  const left = await countOf('telling')
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(200)
  expect(await countOf('notification')).toBe((200 - left) * 19)

  const last = start()
  while ((await countOf('telling')) > 0) await pause(50)
  for (const table of ['notification', 'mail'] as const) {
    expect(await countOf(table)).toBe(200 * 19)
    const pairs = db.selectFrom(table).select(['user_id', 'item_id']).distinct()
    expect(await pairs.execute()).toHaveLength(200 * 19)
  }
  // A moment later the file has it without its journal.
  while ((await toldIn(join(DATA_DIR, 'multaqa.db'))) < 200 * 19) await pause(200)
  await db.destroy()
  last.child.kill('SIGTERM')
  expect(await last.code).toBe(0)
}, 180_000)

test('what hinders the start is said plainly, and nothing is left behind', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as AddressInfo
  const file = join(root, 'a-file')
  writeFileSync(file, 'no database, but long enough to be taken for one'.repeat(20))

  const taken = run('start', [], { DATA_DIR: join(root, 'taken'), PORT: String(port) })
  expect([await taken.code, taken.output()]).toEqual([
    1,
    expect.stringContaining('listens already'),
  ])
  const inFile = run('start', [], { DATA_DIR: join(file, 'data'), PORT: '0' })
  expect([await inFile.code, inFile.output()]).toEqual([
    1,
    expect.stringContaining('cannot be written'),
  ])
  const wrong = run('start', [], { DATA_DIR: join(root, 'never'), PORT: 'http' })
  expect([await wrong.code, wrong.output()]).toEqual([
    1,
    expect.stringContaining('PORT must be a number'),
  ])
  expect(existsSync(join(root, 'never'))).toBe(false)
  const help = run('cli', ['user', 'add', '--help'], { DATA_DIR: join(root, 'never') })
  expect([await help.code, help.output()]).toEqual([0, expect.stringContaining('Usage:')])
  expect(existsSync(join(root, 'never'))).toBe(false)
  holder.close()
}, 180_000)

test('a forum that began without sample content never gets it later', async () => {
  const DATA_DIR = join(root, 'bare')
  for (const SAMPLE_CONTENT of ['none', 'yes']) {
    const program = run('start', [], { DATA_DIR, PORT: '0', SAMPLE_CONTENT })
    await program.until(/^Multaqa: /m)
    program.child.kill('SIGTERM')
    expect(await program.code).toBe(0)
  }
  const { db } = openDatabase(join(DATA_DIR, 'multaqa.db'))
  expect(await db.selectFrom('item').select('id').execute()).toEqual([])
  expect(await db.selectFrom('collectivity').select('code').limit(1).execute()).toHaveLength(1)
  await db.destroy()
}, 180_000)

test('the demonstration has people of each role who say what they are, and removes itself', async () => {
  const program = run('demo', [], { PORT: '0', TMPDIR: root })
  const said = await program.until(/(^ +\S+@multaqa\.example[^]*?)\n\n[^]*All of it is removed/m)
  const folder = /multaqa-demo-\w+/.exec(readdirSync(root).join())![0]
  expect(said.split('\n')).toHaveLength(6)
  for (const line of said.split('\n')) expect(line).toMatch(/exemple|مثال/)
  for (const role of ['account', 'focal_point', 'facilitator', 'admin'])
    expect(said).toContain(role)
  const { db } = openDatabase(join(root, folder, 'multaqa.db'))
  const spaces = await db.selectFrom('space').select('visibility').execute()
  expect(spaces.map(({ visibility }) => visibility).toSorted()).toEqual([
    'network',
    'private',
    'public',
  ])
  await db.destroy()
  program.child.kill('SIGTERM')
  expect(await program.code).toBe(0)
  expect(readdirSync(root).join()).not.toContain('multaqa-demo')
}, 180_000)

test('the commands do what they say, and explain what was typed wrong', async () => {
  const DATA_DIR = join(root, 'commands')
  const cli = async (words: string[], input = '') => {
    const command = run('cli', words, { DATA_DIR, SAMPLE_CONTENT: 'none' }, input)
    return { code: await command.code, said: command.output() }
  }
  const member = ['user', 'add', '--email', 'M@example.org', '--name', 'M', '--role', 'member']
  const stdin = ['--password-stdin']
  const seat = ['--collectivity', '01.331.01.03', '--function', 'focal_point']
  const good = 'a password of many words'

  expect(await cli(['backup', join(root, 'none.db')])).toMatchObject({
    code: 1,
    said: expect.stringContaining('no database'),
  })
  expect(await cli([...member, ...stdin], good)).toMatchObject({
    code: 1,
    said: expect.stringContaining('needs --collectivity'),
  })
  expect(await cli([...member, ...seat, ...stdin], 'short')).toMatchObject({
    code: 1,
    said: expect.stringContaining('12 to 200'),
  })
  expect(await cli([...member, ...seat, ...stdin], good)).toMatchObject({ code: 0 })
  expect(await cli([...member, ...seat, ...stdin], good)).toMatchObject({
    code: 1,
    said: expect.stringContaining('already'),
  })
  expect((await cli(['user', 'list'])).said).toBe(
    'm@example.org  account  M  focal_point in 01.331.01.03\n',
  )
  expect((await cli(['sample'])).said).toMatch(/^Added \d\d items\.$/m)
  expect((await cli(['reindex'])).said).toMatch(/^Indexed \d\d items\.$/m)
  expect((await cli(['migrate'])).said).toBe('The database is up to date.\n')
  expect(await cli(['nothing'])).toMatchObject({
    code: 1,
    said: expect.stringContaining('no command'),
  })

  const file = join(root, 'copy', 'backup.db')
  expect((await cli(['backup', file])).said).toContain('read it back whole')
  const copy = openDatabase(file)
  expect(await copy.db.selectFrom('user').select('email').execute()).toEqual([
    { email: 'm@example.org' },
  ])
  await copy.db.destroy()
  expect(await cli(['backup', file])).toMatchObject({
    code: 1,
    said: expect.stringContaining('there already'),
  })
}, 180_000)

test('a privacy check that is broken off by Ctrl+C, twice, removes what it had planted', async () => {
  const DATA_DIR = join(root, 'check')
  const program = run('start', [], { DATA_DIR, PORT: '0', SAMPLE_CONTENT: 'none' })
  const address = await program.until(/^Multaqa: (http:\S+)\/$/m)
  const { db } = openDatabase(join(DATA_DIR, 'multaqa.db'))
  const planted = async () => [
    ...(await db.selectFrom('user').select('handle as name').execute()),
    ...(await db.selectFrom('space').select('slug as name').execute()),
    ...(await db.selectFrom('item').select('id as name').execute()),
  ]
  const check = run('cli', ['privacy-check', '--url', address], { DATA_DIR })
  while (!(await db.selectFrom('session').select('id').executeTakeFirst())) await pause(10)
  expect((await planted()).length).toBeGreaterThan(8)
  check.child.kill('SIGINT')
  // As npm sends it on: at once, before all is removed and the process on its way out.
  await pause(1)
  check.child.kill('SIGINT')
  expect([await check.code, check.output()]).toEqual([
    130,
    expect.stringContaining('What was planted is removed.'),
  ])
  expect(await planted()).toEqual([])
  await db.destroy()
  program.child.kill('SIGTERM')
  await program.code
}, 60_000)

function run(name: string, words: string[], env: Record<string, string>, input = '') {
  const clean = { PATH: process.env.PATH, LOG_LEVEL: 'silent', NODE_ENV: 'production' as const }
  const child = spawn(process.execPath, [`bin/${name}.js`, ...words], { env: { ...clean, ...env } })
  running.add(child)
  child.stdin.end(input)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += String(chunk)))
  const code = new Promise<number | null>((resolve) => child.on('close', resolve)).finally(() => {
    running.delete(child)
  })
  return {
    child,
    code,
    output: () => output,
    until: (pattern: RegExp) => until(child, () => output, pattern),
  }
}

async function toldIn(file: string) {
  const copy = join(root, 'copied.db')
  copyFileSync(file, copy)
  // In the middle of being written a copy is no database, or has no such table.
  try {
    const { db } = openDatabase(copy)
    const { rows } = await sql<{ count: number }>`select count(*) as count from notification`
      .execute(db)
      .catch(() => ({ rows: [{ count: 0 }] }))
    await db.destroy()
    return rows[0]!.count
  } catch {
    return 0
  }
}

function childrenOf(pid: number) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/))
  return rows
    .filter(([, parent, state]) => Number(parent) === pid && !state!.startsWith('Z'))
    .map(([child]) => Number(child))
}

async function until(child: ChildProcess, output: () => string, pattern: RegExp) {
  for (let tries = 0; tries < 1200; tries++) {
    const found = pattern.exec(output())
    if (found) return found[1] ?? found[0]
    if (child.exitCode !== null) break
    await pause(50)
  }
  throw new Error(`It never said ${pattern}:\n${output()}`)
}

function pause(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
