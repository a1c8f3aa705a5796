import { expect, test } from 'vitest'
import { plainText, renderMarkdown } from '#app/domain/text/markdown.server.ts'

const SIZE = 100_000

// Each of these, repeated to 100 kB, is slow or fatal to a careless reader.
const REPEATED = [
  ...['>', '> ', '[', '*', '*a ', '- ', '1. ', '* ', '![', '<', '<a ', '`', '~', '\\', '&', '|'],
  ...['*_', '_a__b', 'a_', '**_a_', '***a', '~~a ', '**a**', '*a **a ', '\\*', '`a`', '``a` '],
  ...['[a](', '[a](b "', '[a](/b)', '![a](/b)', '[]', '[a]: /b\n', '[x]: ', '[[[[a]]]]', '[a'],
  ...['www.', 'http://', 'http://a.b ', '<http://a>', 'a@', 'a@b.', '@ab ', '@', 'و@amina '],
  ...[
    'a\n',
    'a\n=\n',
    '# a\n',
    '---\n',
    '```\n',
    '> a\n',
    '> a\n\n',
    '>> a\n> b\n',
    '- a\n',
    '- a\n\n',
  ],
  ...[
    '- a\n  b\n',
    '*\n',
    '- > a\n',
    '> - a\n',
    '> - a\n>\n',
    '- ```\n',
    '\t- a\n',
    'a  \n',
    '\r',
    'a\r',
    'a\r=\r',
  ],
  ...[
    'a|b\n-|-\n',
    'a|b\n-|-\n\n',
    '<!--',
    '<?',
    '<![CDATA[',
    '&amp;',
    ' ',
    '\n',
    ' \t',
    '\u0000',
    '\ud800',
  ],
].map((part) => [JSON.stringify(part), part.repeat(Math.ceil(SIZE / part.length))] as const)

const SHAPED = [
  ['ten thousand quotations deep', `${'>'.repeat(10_000)}a`],
  ['ten thousand brackets deep', `${'['.repeat(10_000)}a${']'.repeat(10_000)}`],
  ['ten thousand stars deep', `${'*'.repeat(10_000)}a${'*'.repeat(10_000)}`],
  ['links within links', `${'[a]('.repeat(10_000)}${')'.repeat(10_000)}`],
  ['one reference, used by all', `[a]: /b\n\n${'[a]'.repeat(33_000)}`],
  ['an address followed by dots', `http://a.b/${'.'.repeat(SIZE)}`],
  ['an address followed by brackets', `http://a.b/${')'.repeat(SIZE)}`],
  ['an address before its sign', `${'a.'.repeat(50_000)}@b`],
  ['spaces before a word', `a${' '.repeat(SIZE)}b`],
  ['a setext heading of many lines', `${'a\n'.repeat(50_000)}=`],
  ['backticks of every length', growing(440, (n) => '`'.repeat(n), ' ')],
  ['lists ever deeper', growing(440, (n) => `${' '.repeat(2 * n)}- a`).slice(0, SIZE)],
  ['quotations ever deeper', growing(440, (n) => `${'>'.repeat(n)} a`)],
  ['lists in quotations in lists', growing(300, (n) => `${'> - '.repeat(n % 40)}a`)],
  ['a wide table of short rows', table(300, 30_000)],
  ['many tables of short rows', `${table(30, 100)}\n\n`.repeat(300).slice(0, SIZE)],
  ['a table of one very wide row', table(25_000, 1)],
] as const

// A reader whose work grows with the square of the text would not end within the time of a test.
test.each([...REPEATED, ...SHAPED])('%s is read to its end', { timeout: 30_000 }, (_, source) => {
  expect(renderMarkdown(source).length).toBeLessThan(60 * source.length)
  expect(plainText(source).length).toBeLessThanOrEqual(2 * source.length)
})

test('what is too deep is shown as it was typed', () => {
  expect(renderMarkdown(`${'> '.repeat(100)}a`)).toContain('> > a<')
  expect(plainText(`${'> '.repeat(100)}deep`)).toMatch(/deep$/)
})

test('signs without words between them are shown as they were typed', () => {
  expect(plainText('*_'.repeat(400))).toBe('*_'.repeat(400))
  expect(renderMarkdown('`a`'.repeat(400))).not.toContain('<code>')
  expect(renderMarkdown('`a` and '.repeat(100)).match(/<code>/g)).toHaveLength(100)
})

test('no word of a long text is lost, however it is cut', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `كلمة${index}`)
  for (const between of [' ', '\n', '\n\n', '، ', '* ', '. [a](/b) ']) {
    expect(plainText(words.join(between)).match(/كلمة\d+/g)).toEqual(words)
  }
})

test('an honest long paragraph keeps its links and its emphasis', () => {
  const sentence =
    'The council published its budget [on the portal](https://example.org/a) in **May**. '
  const html = renderMarkdown(sentence.repeat(120))
  expect(html.match(/<a href="https:\/\/example.org\/a"/g)).toHaveLength(120)
  expect(html.match(/<strong>May<\/strong>/g)).toHaveLength(120)
})

function growing(count: number, line: (n: number) => string, between = '\n') {
  return Array.from({ length: count }, (_, index) => line(index + 1)).join(between)
}

function table(columns: number, rows: number) {
  return `${'|a'.repeat(columns)}\n${'|-'.repeat(columns)}\n${'|a\n'.repeat(rows)}`
}
