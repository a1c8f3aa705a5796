import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { sqlite } from '#db/client.server.ts'
import fr from '#locales/fr.json'
import { filesUnder } from './support/sources.ts'

type Column = { name: string; type: string; notnull: 0 | 1; dflt_value: string | null; pk: number }
type Table = { name: string; type: string; strict: 0 | 1; wr: 0 | 1 }

// The index's own tables belong to FTS5; `migration` belongs to db/migrate.ts.
const tables = () =>
  (sqlite.pragma('table_list') as Table[]).filter(
    ({ name, type }) =>
      type === 'table' && !/^(sqlite_|search_text|search_title)|^migration$/.test(name),
  )

test('the types of db/schema.ts are what the migrations make', () => {
  const made = Object.fromEntries(tables().map(({ name }) => [name, columnsOf(name)]))
  expect(made).toEqual(declared())
})

test('every table is STRICT', () => {
  expect(tables().length).toBeGreaterThan(30)
  expect(tables().filter(({ strict }) => !strict)).toEqual([])
})

test('every foreign key has an index that begins with it', () => {
  const missing = tables().flatMap(({ name }) =>
    foreignKeys(name)
      .filter((columns) => !indexes(name).some((index) => startsWith(index, columns)))
      .map((columns) => `${name} (${columns.join(', ')})`),
  )
  expect(missing).toEqual([])
})

// Law 09-08 asks for an authorisation before either may be kept; here neither has a place.
test('nowhere is there a place for the number of an identity card, or for a party', () => {
  const FORBIDDEN =
    /(^|_)(cin|cnie|nic|identity|id_(card|number)|passport|party|parti|politic\w*|affiliation|union|religion)(_|$)/
  const columns = tables().flatMap(({ name }) => Object.keys(columnsOf(name)))
  const fields = filesUnder(['app'])
    .filter((file) => /\.tsx$/.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bname="(\w+)"/g)])
    .map(([, name]) => name!)
  expect(fields.length).toBeGreaterThan(60)
  expect([...columns, ...fields].filter((name) => FORBIDDEN.test(name))).toEqual([])
  const asked = Object.entries(labels(fr)).filter(([, label]) => ASKS.test(label))
  expect(asked).toEqual([])
})

// What a form calls its fields, in the language that has all of them.
function labels(words: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? /(^|\.)(fields|hints)\./.test(`${path}.${key}`)
          ? [[`${path}.${key}`, value]]
          : []
        : Object.entries(labels(value as object, `${path}.${key}`)),
    ),
  )
}

const ASKS = /\b(CIN|CNIE)\b|carte (nationale )?d’identité|parti politique|appartenance/i

test('foreign keys are watched over', () => {
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
  const insert = sqlite.prepare(
    `insert into session (id, user_id, expires_at) values ('a', 'b', 'c')`,
  )
  expect(() => insert.run()).toThrow('FOREIGN KEY')
})

function columnsOf(table: string) {
  const columns = sqlite.pragma(`table_info(${table})`) as Column[]
  // A primary key is never null here: every table is STRICT and says so, or is WITHOUT ROWID.
  return Object.fromEntries(
    columns.map(({ name, type, notnull, pk, dflt_value }) => {
      const nullable = !notnull && !pk
      return [name, `${kindOf(type)}${nullable ? ' | null' : dflt_value ? ' (default)' : ''}`]
    }),
  )
}

function kindOf(type: string) {
  return { TEXT: 'text', INTEGER: 'number', REAL: 'number', BLOB: 'bytes' }[type] ?? type
}

function declared() {
  const source = ts.createSourceFile(
    'schema.ts',
    readFileSync('db/schema.ts', 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  )
  const interfaces = source.statements.filter(ts.isInterfaceDeclaration)
  const byName = new Map(interfaces.map((one) => [one.name.text, one]))
  const rows = byName.get('Database')!.members.filter(ts.isPropertySignature)
  return Object.fromEntries(
    rows
      .map((row) => [row.name.getText(), byName.get(row.type!.getText())!] as const)
      .filter(([name]) => !/^search_t/.test(name))
      .map(([name, table]) => [name, declaredColumns(table)]),
  )
}

function declaredColumns(table: ts.InterfaceDeclaration) {
  const members = table.members.filter(ts.isPropertySignature)
  return Object.fromEntries(members.map((one) => [one.name.getText(), declaredKind(one.type!)]))
}

function declaredKind(type: ts.TypeNode): string {
  if (ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Generated') {
    return `${declaredKind(type.typeArguments![0]!)} (default)`
  }
  const parts = ts.isUnionTypeNode(type)
    ? type.types.map((part) => part.getText())
    : [type.getText()]
  const nullable = parts.includes('null')
  const kinds = new Set(parts.filter((part) => part !== 'null').map(plainKind))
  return [...kinds].join(' | ') + (nullable ? ' | null' : '')
}

function plainKind(part: string) {
  if (part === 'Buffer') return 'bytes'
  return part === 'number' || /^\d+$/.test(part) ? 'number' : 'text'
}

function foreignKeys(table: string) {
  const rows = sqlite.pragma(`foreign_key_list(${table})`) as { id: number; from: string }[]
  const ids = new Set(rows.map(({ id }) => id))
  return [...ids].map((id) => rows.filter((row) => row.id === id).map(({ from }) => from))
}

// Those the migrations make, and the primary key's own. One without the rows that name nothing is as good.
function indexes(table: string) {
  const list = sqlite.pragma(`index_list(${table})`) as { name: string; partial: 0 | 1 }[]
  const made = sqlite.prepare<[string], string>('select sql from sqlite_schema where name = ?')
  return list
    .filter(
      ({ name, partial }) =>
        !partial || /\((\w+)\) where \1 is not null$/.test(made.pluck().get(name)!),
    )
    .map(({ name }) =>
      (sqlite.pragma(`index_info(${name})`) as { name: string }[]).map((c) => c.name),
    )
}

function startsWith(index: string[], columns: string[]) {
  return columns.every((column) => index.slice(0, columns.length).includes(column))
}
