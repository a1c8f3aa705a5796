import type { ServerBuild } from '@remix-run/node'
import { inject } from 'vitest'
import * as entry from '#app/entry.server.tsx'
import { createHandler } from '#app/http/handle.server.ts'
import { lucia } from '#app/http/lucia.server.ts'
import { createPageCache } from '#app/http/page-cache.server.ts'
import remixConfig from '../../remix.config.js'
import type { RouteEntry } from './routes.ts'

const modules = import.meta.glob<any>(['/app/root.tsx', '/app/routes/*.{ts,tsx}'], { eager: true })

export const ORIGIN = 'http://127.0.0.1:3000'

export const routeList: RouteEntry[] = Object.values(inject('routes'))

const handle = createHandler(makeBuild(), createPageCache())

/** Whether a route takes forms. */
export function hasAction(id: string) {
  return Boolean(modules[`/app/${routeList.find((route) => route.id === id)!.file}`].action)
}

type Options = { headers?: Record<string, string>; cookie?: string; redirect?: 'manual' }
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
  return handle(new Request(new URL(path, ORIGIN), { headers }), { ip: '127.0.0.1' })
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
  return handle(request, { ip: '127.0.0.1' })
}

/** Sends a request as it is. */
export function send(request: Request) {
  return handle(request, { ip: '127.0.0.1' })
}

function formOf(fields: Fields) {
  if (fields instanceof FormData) return fields
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one)
  }
  return form
}

/** The routes as a build that runs without one. */
export function makeBuild(): ServerBuild {
  const routes = Object.fromEntries(
    routeList.map((route) => [route.id, { ...route, module: modules[`/app/${route.file}`] }]),
  )
  const clientRoutes = Object.fromEntries(
    routeList.map(({ id, parentId, path, index, file }) => {
      const module = modules[`/app/${file}`]
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
