import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const HERE = 'tests/privacy'
const rows = readFileSync(`${HERE}/README.md`, 'utf8')
  .split('\n')
  .filter((line) => /^\| L\d/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| |\s*\|$/g, '').trim()))

test('each of the 48 known leaks has its test, or the reason why it cannot occur', () => {
  expect(rows.map(([number]) => number)).toEqual(
    Array.from({ length: 48 }, (_, at) => `L${at + 1}`),
  )
  for (const [number, way, tests = '', why = ''] of rows) {
    expect(way, number).not.toBe('')
    expect(why.length, number).toBeGreaterThan(10)
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file]) => join(HERE, file!))
    expect(files.length > 0 || tests === '—', number).toBe(true)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
  }
})
