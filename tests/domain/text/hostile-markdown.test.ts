import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { ALLOWED } from '#app/domain/text/allow-list.server.ts'
import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import {
  EVASIONS,
  HOSTILE_HTML,
  HOSTILE_TEXTS,
  SCRIPT_ADDRESSES,
} from '#tests/support/hostile-texts.ts'
import { offTheList } from './off-the-list.ts'

test('there are some four hundred hostile texts, no two alike', () => {
  expect(HOSTILE_TEXTS.length).toBeGreaterThan(390)
  expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length)
})

test.each(HOSTILE_TEXTS)('nothing off the list comes out of %j', (source) => {
  for (const text of [
    source,
    `a ${source} b`,
    `- ${source}\n\n> ${source}`,
    `*[a](/b) ${source}*`,
  ]) {
    const html = renderMarkdown(text)
    expect(offTheList(html)).toEqual([])
    expect(toHtml(fromHtml(html, { fragment: true }))).toBe(asRead(html))
  }
})

// Two locks: HTML is not read as HTML, and if it ever were, the list would still hold.
test.each([
  ...HOSTILE_HTML,
  ...EVASIONS,
  ...SCRIPT_ADDRESSES.map((address) => `<a href="${address}">x</a>`),
])('the list alone stops %j', (html) => {
  const tree = sanitize(fromHtml(`<p>a</p>${html}`, { fragment: true }), ALLOWED)
  expect(offTheList(toHtml(tree))).toEqual([])
})

test('the check itself sees what is off the list', () => {
  expect(offTheList('<p onclick="x">a</p>')).toEqual(['p[onClick=x]'])
  expect(offTheList('<a href="java\nscript:x">a</a>')).toHaveLength(1)
  expect(offTheList('<svg></svg>')).toEqual(['<svg>'])
  expect(offTheList('<p id="body">a</p><!-- x -->')).toEqual(['p[id=body]', 'comment'])
  expect(offTheList('<img src="https://example.org/files/a1" alt="">')).toHaveLength(1)
})

test('two thousand texts of signs thrown together break nothing', () => {
  const next = numbersFrom(7)
  for (let round = 0; round < 2_000; round++) {
    const html = renderMarkdown(
      Array.from({ length: 30 }, () => PARTS[next(PARTS.length)]).join(''),
    )
    expect(offTheList(html)).toEqual([])
    expect(toHtml(fromHtml(html, { fragment: true }))).toBe(asRead(html))
  }
}, 60_000)

// A browser reads a carriage return as the end of a line.
function asRead(html: string) {
  return html.replace(/\r\n?/g, '\n')
}

const PARTS = [
  ...['*', '**', '_', '~~', '`', '```\n', '[', ']', '(', ')', '![', '](', '<', '>', '\\', '&', '"'],
  ...[
    '\n',
    '\n\n',
    '\n> ',
    '\n- ',
    '\n1. ',
    '    ',
    '\t',
    '|',
    '\n|-|-|\n',
    '# ',
    '\n===\n',
    '---',
  ],
  ...['a', 'é', 'سلام', '@ab', 'https://a.ma', 'www.', 'javascript:', '&#x3c;', '/files/a1', ': '],
  ...[
    '<script>',
    '<svg onload=x>',
    '</p>',
    '<!--',
    '-->',
    '<![CDATA[',
    '[x]: ',
    '\u0000',
    '\ud800',
  ],
]

// A linear congruential sequence: the same texts on every run and every machine.
function numbersFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
