import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'

type Routes = Record<string, { parentId?: string; path?: string }>

/**
 * Remix's answer to a request, from those routes alone that its address may lead to. Remix goes through
 * all of the routes it has a dozen times a request, which took a fifth of it.
 */
export function createAnswering(build: ServerBuild): RequestHandler {
  const narrow = narrowing(build.routes as Routes)
  const handlers = new Map<string, RequestHandler>()

  return (request, context) => {
    const ids = narrow(new URL(request.url).pathname)
    const name = ids.join(' ')
    const handler = handlers.get(name) ?? createRequestHandler(onlyFor(build, ids), build.mode)
    handlers.set(name, handler)
    return handler(request, context)
  }
}

/**
 * A function from the path of an address to the ids of the routes that it may lead to, each with those
 * that it stands in.
 */
export function narrowing(routes: Routes): (pathname: string) => string[] {
  const shapes = Object.keys(routes).map((id) => {
    const line = lineOf(routes, id)
    return { line, shape: shapeOf(line.flatMap((one) => routes[one]?.path || [])) }
  })

  return (pathname) => {
    const path = decoded(pathname.replace(/\.data$/, ''))
    const fitting = shapes.filter(({ shape }) => shape.test(path))
    // For the data of home and for which routes there are, Remix has addresses that no route has.
    const isOurs = fitting.length > 0 && !/^\/_/.test(path)
    return [...new Set((isOurs ? fitting : shapes).flatMap(({ line }) => line))]
  }
}

// As Remix reads them: capital letters are like small ones, and one may end with slashes.
function shapeOf(path: string[]) {
  const parts = path
    .flatMap((some) => some.split('/'))
    .map((part) => {
      if (part === '*') return '(?:/[^]*)?'
      const word = part.startsWith(':') ? '[^/]+' : part.replace(/\?$/, '').replace(/\W/g, '\\$&')
      return part.endsWith('?') ? `(?:/${word})?` : `/${word}`
    })
  return new RegExp(`^${parts.join('')}/*$`, 'i')
}

// A route and those that it stands in, the outermost first.
function lineOf(routes: Routes, id: string): string[] {
  const parent = routes[id]?.parentId
  return parent === undefined ? [id] : [...lineOf(routes, parent), id]
}

function decoded(path: string) {
  const decode = (part: string) => decodeURIComponent(part).replaceAll('/', '%2F')
  try {
    return path.split('/').map(decode).join('/')
  } catch {
    return path
  }
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
