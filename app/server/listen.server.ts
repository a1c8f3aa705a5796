import { randomUUID } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { type ClientAddress, createRequestListener } from '@remix-run/node-fetch-server'
import compression from 'compression'
import { createHandler } from '#app/http/handle.server.ts'
import { settings } from '#app/settings.server.ts'
import { logger } from './logger.server.ts'

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void

/** The running program, for `start` (one build, files from disk) and for development. */
export type Program = { loadBuild: () => Promise<ServerBuild> | ServerBuild; files: Middleware }

/** Opens the server on HOST:PORT; gives it once it listens. Throws when the port is taken. */
export async function listen({ loadBuild, files }: Program) {
  const { HOST, PORT, TRUST_PROXY } = settings()
  const page = createRequestListener(
    async (request: Request, client: ClientAddress) => {
      const requestId = request.headers.get('x-request-id') ?? undefined
      return createHandler(await loadBuild())(request, { ip: client.address, requestId })
    },
    { trustProxy: TRUST_PROXY === '1', onError },
  )
  const squeeze = compression({ threshold: 1024 }) as unknown as Middleware
  const server = createServer((req, res) => {
    log(req, res)
    squeeze(req, res, () => files(req, res, () => void page(req, res)))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(PORT, HOST, resolve)
  })
  return server
}

/** Stops taking requests, lets those under way finish (ten seconds at most). */
export async function stop(server: Server) {
  const late = setTimeout(() => server.closeAllConnections(), 10_000)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(late)
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

function onError(error: unknown) {
  logger.error({ err: error }, 'a request could not be answered')
  return new Response(null, { status: 500 })
}

export type { RequestListener }
