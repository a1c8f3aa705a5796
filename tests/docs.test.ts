import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { TRIES } from '#app/domain/tries/tries.limits.ts'
import { SETTING_NAMES } from '#app/settings.server.ts'
import { COMMANDS } from '#app/server/commands/index.server.ts'
import { filesUnder } from './support/sources.ts'

const readme = readFileSync('README.md', 'utf8')
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  dependencies: Record<string, string>
}

const documents = [...readdirSync('.'), ...filesUnder(['docs'])].filter((file) =>
  file.endsWith('.md'),
)

test('the README has a line for each setting, and for no other', () => {
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` *\|/gm)].map((row) => row[1]!)
  expect(rows.toSorted()).toEqual(SETTING_NAMES.toSorted())
})

test('the README names every script of package.json', () => {
  const unnamed = Object.keys(manifest.scripts).filter(
    (name) => !readme.includes(`npm run ${name}`) && !readme.includes(`npm ${name}`),
  )
  expect(unnamed).toEqual([])
})

test('the README names every command of the command line', () => {
  expect(Object.keys(COMMANDS).filter((name) => !readme.includes(`\`${name}`))).toEqual([])
})

test('docs/limits.md has the limits that the program has', () => {
  const rows = readFileSync('docs/limits.md', 'utf8').matchAll(
    /^\| `(\w+)`.*\|\s*(\d+) *\|\s*(\d+) *\|$/gm,
  )
  const said = [...rows].map((row) => [row[1], { max: Number(row[2]), minutes: Number(row[3]) }])
  expect(Object.fromEntries(said)).toEqual(TRIES)
})

test('no link between the documents is dead', () => {
  const dead = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g)]
      .map((link) => link[1]!)
      .filter((to) => !/^(https?|mailto):/.test(to) && !existsSync(join(dirname(file), to)))
      .map((to) => `${file} → ${to}`),
  )
  expect(documents.length).toBeGreaterThan(10)
  expect(dead).toEqual([])
})

test('a decision says in forty lines what, why, and when to think again', () => {
  const decisions = filesUnder(['docs/decisions'])
  const wrong = decisions.filter((file) => {
    const text = readFileSync(file, 'utf8')
    const parts = ['## Context', '## Decision', '## Consequences', '## When to revisit']
    return text.trimEnd().split('\n').length > 40 || !parts.every((part) => text.includes(part))
  })
  expect(decisions.length).toBeGreaterThan(9)
  expect(wrong).toEqual([])
})

test('every runtime dependency has its reason in a decision', () => {
  const reasons = readFileSync('docs/decisions/009-runtime-dependencies.md', 'utf8')
  const without = Object.keys(manifest.dependencies).filter((name) => !reasons.includes(name))
  expect(without).toEqual([])
})
