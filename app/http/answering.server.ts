import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { isLang } from '#app/domain/languages.ts'

type Routes = Record<string, { parentId?: string; path?: string }>

/** Which routes an address may lead to: a name for the group of addresses, and the ids of its routes. */
export type Narrowed = { name: string; ids: string[] }

/**
 * Remix's answer to a request, from those routes alone that its address may lead to. Remix goes through
 * all of the routes it has several times a request, which took a fifth of it.
 */
export function createAnswering(build: ServerBuild): RequestHandler {
  const narrow = narrowing(build.routes as Routes)
  const handlers = new Map<string, RequestHandler>()

  return (request, context) => {
    const { name, ids } = narrow(new URL(request.url).pathname)
    const handler = handlers.get(name) ?? createRequestHandler(onlyFor(build, ids), build.mode)
    handlers.set(name, handler)
    return handler(request, context)
  }
}

// Capital letters and escapes may stand for a fixed word as well.
const UNUSUAL = /[^a-z\d.-]/

/**
 * A function from the path of an address to the routes that it may lead to: those whose first two
 * parts are its own, or no fixed words. What is written in an unusual way may lead to all of them.
 */
export function narrowing(routes: Routes): (pathname: string) => Narrowed {
  const heads = Object.keys(routes).map((id) => [id, ...fullPath(routes, id).split('/')] as const)
  const firsts = new Set(heads.map(([, first]) => first))
  const seconds = new Set(heads.map(([, , second]) => second))
  const known = new Map<string, Narrowed>()

  return (pathname) => {
    const [, begin = '', second = ''] = pathname.replace(/\.data$/, '').split('/')
    const first = isLang(begin) ? ':lang' : begin
    const isUsual = firsts.has(first) && !UNUSUAL.test(second)
    const name = isUsual ? `${first}/${seconds.has(second) ? second : ''}` : ''
    const narrowed = known.get(name) ?? {
      name,
      ids: isUsual ? ids(first, second) : heads.map(([id]) => id),
    }
    known.set(name, narrowed)
    return narrowed
  }

  function ids(first: string, second: string) {
    return heads.filter(([, a, b]) => mayBe(a, first) && mayBe(b, second)).map(([id]) => id)
  }
}

function mayBe(part: string | undefined, word: string) {
  return !part || part === word || /^[:*]|\?$/.test(part)
}

function onlyFor(build: ServerBuild, ids: string[]): ServerBuild {
  const some = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)))
  const assets = { ...build.assets, routes: some(build.assets.routes) }
  // A build may be a module, whose parts can't be replaced.
  return {
    ...build,
    routes: some(build.routes as Record<string, ServerBuild['routes'][string]>),
    assets,
  }
}

function fullPath(routes: Routes, id: string | undefined): string {
  const route = id === undefined ? undefined : routes[id]
  if (!route) return ''
  return [fullPath(routes, route.parentId), route.path].filter(Boolean).join('/')
}
