import type { ServerBuild } from '@remix-run/node'
import { inject } from 'vitest'
import * as entry from '#app/entry.server.tsx'
import { narrowing } from '#app/http/answering.server.ts'
import { createHandler } from '#app/http/handle.server.ts'
import { lucia } from '#app/http/lucia.server.ts'
import { createPageCache } from '#app/http/page-cache.server.ts'
import { tellWaiting } from '#app/http/tellings.server.ts'
import { db } from '#db/client.server.ts'
import remixConfig from '../../remix.config.js'
import type { RouteEntry } from './routes.ts'

const modules = import.meta.glob<any>(['/app/root.tsx', '/app/routes/*.{ts,tsx}'])

export const ORIGIN = 'http://127.0.0.1:3000'

export const routeList: RouteEntry[] = Object.values(inject('routes'))

const pages = createPageCache()
const narrow = narrowing(inject('routes'))
const handlers = new Map<string, Promise<ReturnType<typeof createHandler>>>()

// Reading all routes takes longer than most files of tests: only those are read that are asked for.
async function handle(request: Request) {
  const ids = narrow(new URL(request.url).pathname)
  const name = ids.join(' ')
  const handler = handlers.get(name) ?? makeBuild(ids).then((build) => createHandler(build, pages))
  handlers.set(name, handler)
  return (await handler)(request, { ip: '127.0.0.1' })
}

/** Whether a route takes forms. */
export async function hasAction(id: string) {
  const { file } = routeList.find((route) => route.id === id)!
  return Boolean((await modules[`/app/${file}`]!()).action)
}

type Options = {
  headers?: Record<string, string>
  cookie?: string
  redirect?: 'manual'
  /** Leaves whom it concerns to be told later. */
  untold?: true
}
type Fields = Record<string, string | string[] | File | File[]> | FormData

/**
 * A person's cookie, as after a whole sign-in, second factor included; without the forms: only the
 * tests of signing in pay for those.
 */
export async function signIn(user: { id: string }) {
  const secret = `test-${crypto.randomUUID()}`
  const session = { user_agent: 'test', second_factor_at: new Date().toISOString() }
  await lucia.createSession(user.id, session, { sessionId: secret })
  return `${lucia.sessionCookieName}=${secret}`
}

/** Asks for an address as somebody (null: a visitor), through the whole program. */
export async function get(who: { id: string } | null, path: string, options: Options = {}) {
  const headers = new Headers(options.headers)
  headers.set(
    'cookie',
    [who ? await signIn(who) : '', options.cookie ?? ''].filter(Boolean).join('; '),
  )
  return handle(new Request(new URL(path, ORIGIN), { headers }))
}

/** Posts a form as somebody (null: a visitor), as a browser would. */
export async function post(
  who: { id: string } | null,
  path: string,
  fields: Fields = {},
  options: Options = {},
) {
  const body = formOf(fields)
  const hasFile = [...body.values()].some((value) => typeof value !== 'string')
  const encoded = new Response(hasFile ? body : new URLSearchParams(body as never))
  const bytes = await encoded.clone().arrayBuffer()
  const headers = new Headers({
    'content-type': encoded.headers.get('content-type')!,
    'content-length': String(bytes.byteLength),
    'sec-fetch-site': 'same-origin',
    ...options.headers,
  })
  headers.set(
    'cookie',
    [who ? await signIn(who) : '', options.cookie ?? ''].filter(Boolean).join('; '),
  )
  const request = new Request(new URL(path, ORIGIN), { method: 'POST', headers, body: bytes })
  const answer = await handle(request)
  // What a job does a moment later.
  if (!options.untold) await tellWaiting(db)
  return answer
}

/** Sends a request as it is. */
export function send(request: Request) {
  return handle(request)
}

function formOf(fields: Fields) {
  if (fields instanceof FormData) return fields
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one)
  }
  return form
}

/** Routes, all of them or those with these ids, as a build that runs without one. */
export async function makeBuild(ids = routeList.map(({ id }) => id)): Promise<ServerBuild> {
  const chosen = routeList.filter(({ id }) => ids.includes(id))
  const loaded = await Promise.all(
    chosen.map(async (route) => ({ ...route, module: await modules[`/app/${route.file}`]!() })),
  )
  const routes = Object.fromEntries(loaded.map((route) => [route.id, route]))
  const clientRoutes = Object.fromEntries(
    loaded.map(({ id, parentId, path, index, module }) => {
      const has = { hasAction: !!module.action, hasLoader: !!module.loader }
      const none = {
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: id === 'root',
      }
      return [id, { id, parentId, path, index, module: `/assets/${id}.js`, ...has, ...none }]
    }),
  )
  return {
    mode: 'test',
    entry: { module: entry },
    routes,
    assets: {
      version: 'test',
      entry: { module: '/assets/entry.js', imports: [] },
      routes: clientRoutes,
      url: '/assets/manifest.js',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: remixConfig.future as unknown as ServerBuild['future'],
    isSpaMode: false,
  } as unknown as ServerBuild
}
