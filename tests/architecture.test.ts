import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesUnder } from './support/sources.ts'

const sources = filesUnder(['app', 'db', 'tests', 'bin', '.ci']).filter((file) =>
  /\.(tsx?|js)$/.test(file),
)

// Imports go down: a floor may use itself and those below it. What is not named may be used by none.
const FLOORS: [folder: string, below: string[]][] = [
  ['db/migrations/index.ts', ['db/migrations/']],
  ['db/migrations/', []],
  ['db/', ['db/']],
  ['app/settings.server.ts', []],
  [
    'app/server/',
    ['app/server/', 'app/http/', 'app/i18n/', 'app/domain/', 'app/settings.server.ts', 'db/'],
  ],
  ['app/domain/', ['app/domain/', 'db/']],
  ['app/i18n/', ['app/i18n/', 'app/domain/', 'db/schema.ts', 'locales/']],
  ['app/http/', ['app/http/', 'app/i18n/', 'app/domain/', 'app/settings.server.ts', 'db/']],
  [
    'app/ui/',
    ['app/ui/', 'app/i18n/', 'app/domain/', 'db/schema.ts', 'app/root.tsx', 'app/routes/'],
  ],
  [
    'app/routes/',
    [
      'app/ui/',
      'app/http/',
      'app/i18n/',
      'app/domain/',
      'app/settings.server.ts',
      'app/root.tsx',
      'db/',
    ],
  ],
]

const imports = sources
  .filter((file) => /^(app|db)\//.test(file))
  .flatMap((file) => importsOf(file).map((one) => ({ file, ...one })))
  // The version of the program may be shown anywhere on the server.
  .filter(({ to }) => to !== 'package.json')

test('imports only go down the floors', () => {
  const upward = imports
    .filter(({ to }) => to !== undefined)
    .filter(({ file, to }) => {
      const floor = FLOORS.find(([folder]) => file.startsWith(folder))
      return floor && !floor[1].some((below) => to!.startsWith(below))
    })
    .map(({ file, to }) => `${file} → ${to}`)
  expect(upward).toEqual([])
})

test('what reaches the browser takes no more than types from the server, its routes and the root', () => {
  const values = imports
    .filter(({ file }) => /^app\/(ui|i18n)\//.test(file) && !file.includes('.server.'))
    .filter(({ to, typeOnly }) => to && !typeOnly && /\.server\.|^app\/(routes|root)/.test(to))
    .map(({ file, to }) => `${file} → ${to}`)
  expect(values).toEqual([])
})

test('the domain knows neither requests, nor React, nor languages of the interface', () => {
  const foreign = imports
    .filter(({ file }) => file.startsWith('app/domain/'))
    .filter(({ name }) => /^(react|@remix-run|i18next|lucia)/.test(name))
    .map(({ file, name }) => `${file} → ${name}`)
  expect(foreign).toEqual([])
})

test('migrations are frozen in time: they import only kysely', () => {
  const living = imports
    .filter(({ file }) => /^db\/migrations\/\d/.test(file))
    .filter(({ name }) => name !== 'kysely')
  expect(living).toEqual([])
})

test('no route imports another route', () => {
  const between = imports.filter(
    ({ file, to }) => file.startsWith('app/routes/') && to?.startsWith('app/routes/'),
  )
  expect(between).toEqual([])
})

test('no file is longer than 250 lines', () => {
  // Types of the whole schema, one interface a table: read as a list, not as a program.
  const long = sources
    .filter((file) => !file.startsWith('tests/') && file !== 'db/schema.ts')
    .filter((file) => readFileSync(file, 'utf8').split('\n').length > 251)
  expect(long).toEqual([])
})

test('nothing is exported that nobody uses', () => {
  const texts = sources.map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const [seen, again] = [new Set<string>(), new Set<string>()]
  for (const word of texts.flatMap(({ text }) => text.split(/[^\w$]+/))) {
    ;(seen.has(word) ? again : seen).add(word)
  }
  const dead = texts
    // Remix asks for what routes, the root and the entries export.
    .filter(({ file }) => /^(app\/(domain|http|i18n|server|ui)|bin|db)\//.test(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:async )?(?:\w+\*?) ([\w$]+)/gm)]
        .filter(([, name]) => name !== 'up' && !again.has(name!))
        .map(([, name]) => `${file}: ${name}`),
    )
  expect(dead).toEqual([])
})

test('there is no junk drawer', () => {
  const named = /(^|\/)(utils?|lib|helpers?|common|misc|shared)(\/|\.)/
  expect(sources.filter((file) => named.test(file))).toEqual([])
})

test('styles know a start and an end, no left and right', () => {
  const sheets = filesUnder(['app/ui/styles']).filter((file) => file.endsWith('.css'))
  const sided = sheets.flatMap((file) =>
    readFileSync(file, 'utf8')
      .replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
      .split('\n')
      .map((line, index) => `${file}:${index + 1}: ${line.trim()}`)
      .filter((line) => SIDED.test(line)),
  )
  expect(sheets.length).toBeGreaterThan(10)
  expect(sided).toEqual([])
})

const SIDED =
  /[\s{;](?:[\w-]*-(?:left|right)(?:-[\w-]+)?\s*:|(?:left|right)\s*:|(?:float|clear|text-align)\s*:\s*(?:left|right))/

test('markup has no style attribute: the policy of the pages forbids it', () => {
  const styled = markup().filter(({ node }) => ts.isJsxAttribute(node) && nameOf(node) === 'style')
  expect(styled.map(({ where }) => where)).toEqual([])
})

test('every word that people read stands in locales', () => {
  const written = markup()
    .filter(({ node }) => hasWords(node))
    .map(({ where, node }) => `${where}: ${node.getText().trim().slice(0, 60)}`)
  expect(written).toEqual([])
})

const READ_ALOUD = ['alt', 'title', 'placeholder', 'aria-label', 'label', 'hint', 'example']

// Text between tags, or a plain string in an attribute that is shown or read aloud.
function hasWords(node: ts.Node) {
  if (ts.isJsxText(node)) return /\p{L}{2}/u.test(node.text)
  if (!ts.isJsxAttribute(node) || !READ_ALOUD.includes(nameOf(node))) return false
  return node.initializer !== undefined && ts.isStringLiteral(node.initializer)
    ? /\p{L}{2}/u.test(node.initializer.text)
    : false
}

function nameOf(node: ts.JsxAttribute) {
  return node.name.getText()
}

function markup() {
  const found: { where: string; node: ts.Node }[] = []
  for (const file of sources.filter((one) => /^app\/.*\.tsx$/.test(one))) {
    const source = parse(file)
    const visit = (node: ts.Node) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      if (ts.isJsxText(node) || ts.isJsxAttribute(node)) {
        found.push({ where: `${file}:${line + 1}`, node })
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return found
}

function importsOf(file: string) {
  return parse(file).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
    const { moduleSpecifier } = statement
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return []
    const name = moduleSpecifier.text.split('?')[0]!
    return [{ name, to: target(file, name), typeOnly: isTypeOnly(statement) }]
  })
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration) {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly
  const clause = statement.importClause
  if (!clause || clause.isTypeOnly) return clause?.isTypeOnly ?? false
  const names = clause.namedBindings
  if (clause.name || !names || !ts.isNamedImports(names)) return false
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly)
}

function target(file: string, name: string) {
  if (name.startsWith('.')) return join(dirname(file), name)
  return name.startsWith('#') ? name.slice(1) : undefined
}

function parse(file: string) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true, kind)
}
