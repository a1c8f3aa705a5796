import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import { type ClientAddress, createRequestListener } from '@remix-run/node-fetch-server'
import compression from 'compression'
import { BROTLI_OF_PAGES } from '#app/http/finished-page.server.ts'
import { createHandler, type Note } from '#app/http/handle.server.ts'
import { commonHeaders } from '#app/http/headers.server.ts'
import { createPageCache } from '#app/http/page-cache.server.ts'
import { settings } from '#app/settings.server.ts'
import { sendKept } from './kept-page.server.ts'
import { logger } from './logger.server.ts'
import { believeNearest, networkOf } from './proxy.server.ts'

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void

// There a page also depends on sources that change.
const isDev = process.env.NODE_ENV === 'development'

const NEVER = ['TRACE', 'TRACK', 'CONNECT']
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i

/** The running program, for `start` (one build, files from disk) and for development. */
export type Program = { loadBuild: () => Promise<ServerBuild> | ServerBuild; files: Middleware }

/** Opens the server on HOST:PORT; gives it once it listens. Throws when the port is taken. */
export async function listen({ loadBuild, files }: Program) {
  const { HOST, PORT, TRUST_PROXY } = settings()
  const pages = isDev ? undefined : createPageCache()
  const handlerFor = remembered((build: ServerBuild) => createHandler(build, pages))
  const trustProxy = TRUST_PROXY === '1'
  const page = createRequestListener(
    async (request: Request, { address }: ClientAddress) => {
      const ip = networkOf(address)
      const requestId = request.headers.get('x-request-id') ?? undefined
      const note: Note = (what, who) => logger.info({ requestId, user: who }, what)
      return handlerFor(await loadBuild())(request, { ip, requestId, note })
    },
    { trustProxy, onError },
  )
  const squeeze = compression({
    threshold: 1024,
    filter: mayCompress,
    brotli: { params: BROTLI_OF_PAGES },
  }) as unknown as Middleware
  const server = createServer((req, res) => {
    log(req, res)
    takeWhole(req)
    const isRight = hasAddress(req)
    if (pages && isRight && sendKept(pages, req, res)) return
    if (trustProxy) believeNearest(req)
    for (const [name, value] of commonHeaders()) res.setHeader(name, value)
    // No web request can be made of it: forbidden by the standard of fetch.
    if (NEVER.includes(req.method ?? '')) return void res.writeHead(405).end()
    if (!isRight) return void res.writeHead(400).end()
    squeeze(req, res, () => files(req, res, () => page(req, res)))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(PORT, HOST, resolve)
  })
  // With PORT=0 the system chose one; links are made with the one it gave.
  settings().PORT = (server.address() as AddressInfo).port
  return server
}

/** Throws, as `listen` would, when HOST:PORT cannot be had. */
export async function assertFree() {
  const { HOST, PORT } = settings()
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(PORT, HOST, resolve)
  })
  await new Promise((resolve) => server.close(resolve))
}

/** Stops taking requests, lets those under way finish (ten seconds at most). */
export async function stop(server: Server) {
  const late = setTimeout(() => server.closeAllConnections(), 10_000)
  // Browsers keep connections open after an answer, and the server would wait for them.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(late)
  clearInterval(idle)
}

// A finished page has been compressed, or its reader wants it as it is; its tag says which.
function mayCompress(req: IncomingMessage, res: ServerResponse) {
  const isFinished = String(res.getHeader('cache-control')).includes('s-maxage')
  return !isFinished && compression.filter(req as never, res as never)
}

// The id is ours, never the client's, so that a line of the log cannot be forged.
function log(req: IncomingMessage, res: ServerResponse) {
  const started = performance.now()
  req.headers['x-request-id'] = randomUUID()
  res.on('close', () => {
    const path = (req.url ?? '').split('?')[0]
    const ms = Math.round(performance.now() - started)
    const line = { requestId: req.headers['x-request-id'], method: req.method, path, ms }
    logger.info({ ...line, status: res.statusCode }, 'request')
  })
}

// Whoever asks for a whole address, as a proxy is asked, says by it which host is meant
// (https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2).
function takeWhole(req: IncomingMessage) {
  const { url = '' } = req
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return
  const { host, pathname, search } = new URL(url)
  req.headers.host = host
  req.url = pathname + search
}

// Of `*`, and of some hosts no web request can be made either.
function hasAddress({ url = '', headers: { host = 'localhost' } }: IncomingMessage) {
  return url.startsWith('/') && HOST.test(host) && URL.canParse(`http://${host}${url}`)
}

// In development every change is a new build; else one handler serves them all.
function remembered<A, B>(make: (from: A) => B) {
  let last: { from: A; made: B } | undefined
  return (from: A) => {
    if (last?.from !== from) last = { from, made: make(from) }
    return last.made
  }
}

function onError(error: unknown) {
  logger.error({ err: error }, 'a request could not be answered')
  return new Response(null, { status: 500 })
}
