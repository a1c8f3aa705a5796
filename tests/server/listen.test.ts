import { request } from 'node:http'
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

async function listening(loadBuild: () => any = makeBuild) {
  settings().PORT = 0
  const server = await listen({
    loadBuild,
    files: (req, res, next) => (req.url?.startsWith('/assets') ? res.end('1') : next()),
  })
  servers.push(server)
  return `http://127.0.0.1:${settings().PORT}`
}
