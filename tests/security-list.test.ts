import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('docs/security.md', 'utf8')

const lines = [...page.matchAll(/^\| ([\d.–]+) +\| (met|open|n\/a) +\| (.+?) +\|$/gm)].flatMap(
  ([, ids, state, text]) => idsOf(ids!).map((id) => ({ id, state: state!, text: text! })),
)

test('docs/security.md has each requirement of levels 1 and 2 once, and sums them right', () => {
  const ids = lines.map(({ id }) => id)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const count = (state: string) => lines.filter((line) => line.state === state).length
  expect(page).toContain(
    `Requirements: ${ids.length}. Met: ${count('met')}. Open: ${count('open')}. Not applicable: ${count('n/a')}.`,
  )
  // ASVS 5.0.0 has 70 of level 1 and 183 of level 2.
  expect(ids).toHaveLength(70 + 183)
})

test('what is met names a file, and each file that is named is there', () => {
  const named = (text: string) =>
    [...text.matchAll(/`([\w./$-]+)`/g)]
      .map((match) => match[1]!)
      .filter((name) => /\.\w+$|^Dockerfile$/.test(name))
  const unproved = lines.filter(({ state, text }) => state === 'met' && named(text).length === 0)
  const unwritten = lines.filter(({ text }) => text.length < 3)
  const absent = [...new Set(lines.flatMap(({ text }) => named(text)))].filter(
    (file) => !existsSync(file),
  )
  expect({ unproved, unwritten, absent }).toEqual({ unproved: [], unwritten: [], absent: [] })
})

// "3.4.4–3.4.6" is three of them.
function idsOf(range: string) {
  const [first, last = first] = range.split('–')
  const [chapter, section, from] = first!.split('.').map(Number)
  const to = Number(last!.split('.')[2])
  return Array.from({ length: to - from! + 1 }, (_, index) =>
    [chapter, section, from! + index].join('.'),
  )
}
