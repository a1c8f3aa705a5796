import { resolve } from 'node:path'
import { UNSAFE_flatRoutes as flatRoutes } from '@remix-run/dev'
import type { TestProject } from 'vitest/node'

export type RouteEntry = {
  id: string
  parentId?: string
  path?: string
  index?: boolean
  file: string
}

declare module 'vitest' {
  interface ProvidedContext {
    routes: Record<string, RouteEntry>
  }
}

/** Works the route list out once for all test files, by the same rule as the build. */
export default function setup(project: TestProject) {
  // What a thread sets in its environment, native code does not see (app/http/card-picture.server.ts).
  process.env.FONTCONFIG_FILE = resolve('app/http/fonts/fonts.conf')
  const routes = flatRoutes(resolve('app'), [], 'routes')
  const root = { id: 'root', path: '', file: 'root.tsx' }
  const children = Object.values(routes).map(({ id, parentId = 'root', path, index, file }) => [
    id,
    { id, parentId, path, index, file },
  ])
  project.provide('routes', { root, ...Object.fromEntries(children) })
}
