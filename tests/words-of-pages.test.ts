import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { partOf, partsOf } from '#app/i18n/parts.ts'
import { filesUnder } from './support/sources.ts'

const IMPORT = /(?:from|import)\s+'(#app\/|\.[^']*\/)([^'/][^']*)'/g
const KEY = /\bt\(\s*\[?['`]([a-z_]+)\./g

// What a file draws with: itself and what it imports, but for what stays on the server.
function drawnWith(file: string, seen = new Set<string>()) {
  if (seen.has(file) || file.includes('.server.') || !existsSync(file)) return seen
  seen.add(file)
  for (const [, from, rest] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    drawnWith(from === '#app/' ? `app/${rest}` : join(dirname(file), from!, rest!), seen)
  }
  return seen
}

test('a page has at once the parts of the words that its code names', () => {
  const missing = filesUnder(['app/routes']).flatMap((route) => {
    const parts = partsOf([`routes/${basename(route).replace(/\.tsx?$/, '')}`])
    return [...drawnWith(route)].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(KEY)]
        .filter(([, section]) => !parts.includes(partOf(section!)))
        .map(([, section]) => `${basename(route)}: ${section} in ${basename(file)}`),
    )
  })
  expect([...new Set(missing)]).toEqual([])
})
