import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/**
 * Remix's answer to a request, from those routes alone that its address may lead to. Remix goes through
 * all of the routes it has several times a request, which took a fifth of it: it is given the few whose
 * second part (`/fr/threads/…`) is that of the address, or no fixed word.
 */
export function createAnswering(build: ServerBuild): RequestHandler {
  const all = createRequestHandler(build, build.mode)
  const parts = new Set(Object.keys(build.routes).map((id) => secondPart(build.routes, id)))
  const handlers = new Map<string, RequestHandler>()

  return (request, context) => {
    const part = new URL(request.url).pathname.split('/')[2]?.replace(/\.data$/, '')
    // Whatever is written in an unusual way goes by all of them.
    if (!part || !parts.has(part)) return all(request, context)
    const handler = handlers.get(part) ?? createRequestHandler(onlyFor(build, part), build.mode)
    handlers.set(part, handler)
    return handler(request, context)
  }
}

function onlyFor(build: ServerBuild, part: string): ServerBuild {
  const isOpen = (id: string) => {
    const second = secondPart(build.routes, id)
    return !second || second === part || /^[:*]|\?$/.test(second)
  }
  const some = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => isOpen(id)))
  const assets = { ...build.assets, routes: some(build.assets.routes) }
  // A build may be a module, whose parts can't be replaced.
  return { ...build, routes: some(build.routes as Record<string, Routes[string]>), assets }
}

// What the second part of an address must be for a route: a word, or something that begins with a sign.
function secondPart(routes: Routes, id: string | undefined): string | undefined {
  return fullPath(routes, id).split('/')[1]
}

function fullPath(routes: Routes, id: string | undefined): string {
  const route = id === undefined ? undefined : routes[id]
  if (!route) return ''
  return [fullPath(routes, route.parentId), route.path].filter(Boolean).join('/')
}
