import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { listen, stop } from '#app/server/listen.server.ts'
import { settings } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import { makeBuild } from '#tests/support/requests.ts'

// Before the program is loaded, which reads its settings once.
vi.hoisted(() => {
  vi.stubEnv('PUBLIC_URL', 'https://multaqa.example.org')
  vi.stubEnv('TRUST_PROXY', '1')
})

type Server = Awaited<ReturnType<typeof listen>>
const servers: Server[] = []

afterEach(() => Promise.all(servers.splice(0).map(stop)))

test('whatever is answered carries the headers that protect it: pages, built files, failures', async () => {
  const address = await listening(() => Promise.reject(new Error('no build')))
  const answers = [await fetch(`${address}/assets/a.js`), await fetch(`${address}/fr`)]
  answers.push(await fetch(`${await listening()}/fr`))
  expect(answers.map(({ status }) => status)).toEqual([200, 500, 200])
  for (const { headers } of answers) {
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const policy = headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/)
  }
})

test('TRACE is not answered with what was sent', async () => {
  const { hostname, port } = new URL(await listening())
  const status = await new Promise((resolve) => {
    const trace = request({ hostname, port, method: 'TRACE' })
    trace.on('response', (answer) => resolve(answer.resume().statusCode)).end()
  })
  expect(status).toBe(405)
})

test('what no address can be made of is refused', async () => {
  const { port } = new URL(await listening())
  const statusOf = async (line: string, host: string) => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.end(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    return String(await once(socket, 'data')).slice(9, 12)
  }
  for (const line of ['OPTIONS *', 'GET *', 'GET http://', 'GET http://a:b/fr', 'GET ftp://a/fr']) {
    expect(await statusOf(line, '127.0.0.1'), line).toBe('400')
  }
  for (const line of ['GET http://multaqa.example.org/fr/login', 'GET HTTPS://127.0.0.1:1/fr']) {
    expect(await statusOf(line, 'other.example'), line).toBe('200')
  }
  for (const host of ['[', 'foo bar', 'a@b', 'a:b@c', 'a/b', 'a?b', 'a:port', 'a:99999']) {
    expect(await statusOf('GET /fr/login', host), host).toBe('400')
  }
  for (const host of ['localhost:3000', '[::1]:3000', 'multaqa.example.org']) {
    expect(await statusOf('GET /fr/login', host), host).toBe('200')
  }
})

test('who asks a proxy is who the proxy says, whatever the client says of itself', async () => {
  const address = await listening()
  const headers = {
    'x-forwarded-for': '203.0.113.5, 198.51.100.7',
    'x-forwarded-host': 'evil.example, multaqa.example.org',
    forwarded: 'for=203.0.113.6;host=evil.example',
    'sec-fetch-site': 'same-origin',
  }
  const body = new URLSearchParams({ email: 'nobody@example.org', password: 'x' })
  const answer = await fetch(`${address}/fr/login`, { method: 'POST', headers, body })
  expect(answer.status).toBe(422)
  const tries = (await db.selectFrom('try').select('key').execute()).map(({ key }) => key).join()
  expect(tries).toContain('198.51.100.7')
  expect(tries).not.toContain('203.0.113')
})

test('whoever has a network of addresses is counted as one', async () => {
  const address = await listening()
  const body = new URLSearchParams({ email: 'nobody@example.org', password: 'x' })
  for (const client of ['2001:db8:1::1', '2001:DB8:1:0:ffff:eeee:dddd:cccc', '::ffff:192.0.2.7']) {
    const headers = { 'x-forwarded-for': client }
    await fetch(`${address}/fr/login`, { method: 'POST', headers, body })
  }
  const tries = db.selectFrom('try').where('key', 'like', 'sign_in:%').select(['key', 'count'])
  expect(await tries.execute()).toEqual(
    expect.arrayContaining([
      { key: 'sign_in:2001:db8:1:0::/64', count: 2 },
      { key: 'sign_in:192.0.2.7', count: 1 },
    ]),
  )
})

test('a page that is kept goes out as its reader can take it, or not at all when they have it', async () => {
  const address = `${await listening()}/fr/about`
  const ask = async (headers: Record<string, string> = {}, method = 'GET') => {
    const [sent] = await once(request(address, { headers, method }).end(), 'response')
    const chunks: Buffer[] = []
    for await (const chunk of sent) chunks.push(chunk)
    return { status: sent.statusCode, headers: sent.headers, body: Buffer.concat(chunks) }
  }
  const plain = await ask()
  expect(String(plain.body)).toContain('<!DOCTYPE html>')
  const tags = new Set([plain.headers.etag])
  for (const [coding, decode] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    // prettier-ignore
    for (const accepted of [`deflate, ${coding};q=0.5`, coding]) {
      const { headers, body } = await ask({ 'accept-encoding': accepted })
      expect(headers['content-encoding']).toBe(coding)
      expect(headers['content-length']).toBe(String(body.length))
      expect(decode(body).equals(plain.body)).toBe(true)
      tags.add(headers.etag)
    }
  }
  expect(tags.size).toBe(3)
  const refused = await ask({ 'accept-encoding': 'deflate, br;q=0', range: 'bytes=0-9' })
  expect([refused.status, refused.body.equals(plain.body)]).toEqual([200, true])
  expect(refused.headers['content-encoding']).toBeUndefined()

  const head = await ask({}, 'HEAD')
  const { date: _, 'x-request-id': __, ...same } = plain.headers
  expect(head.headers).toMatchObject(same)
  expect(head.body).toHaveLength(0)
  const known = await ask({ 'if-none-match': `"x", W/${plain.headers.etag}` })
  expect([known.status, known.body.length]).toEqual([304, 0])
  expect(known.headers).toMatchObject({ etag: plain.headers.etag, vary: plain.headers.vary })
  const theme = await ask({ cookie: '__Host-theme=dark', 'if-none-match': plain.headers.etag! })
  expect([theme.status, theme.headers['cache-control']]).toEqual([200, 'private, no-store'])
})

async function listening(loadBuild: () => any = makeBuild) {
  settings().PORT = 0
  const server = await listen({
    loadBuild,
    files: (req, res, next) => (req.url?.startsWith('/assets') ? res.end('1') : next()),
  })
  servers.push(server)
  return `http://127.0.0.1:${settings().PORT}`
}
