import { expect, test } from 'vitest'
import { ownWords, quoteOf } from '#app/domain/posts/quotes.ts'
import { mentions, plainText, renderMarkdown } from '#app/domain/text/markdown.server.ts'

const quote = (source: string, name: string | null = 'Salma') =>
  quoteOf({ id: 'p1', thread_id: 't1', source, author: { name } })

test('a quotation names its author, their reply and every line of their words', () => {
  expect(quote('un\n\ndeux')).toBe('> [Salma](/threads/t1/posts/p1)\n>\n> un\n>\n> deux\n\n')
})

test('a quotation leaves out what was itself quoted', () => {
  expect(quote('> ancien\n\nneuf')).toBe('> [Salma](/threads/t1/posts/p1)\n>\n> neuf\n\n')
})

test('a name is a name whatever its letters, and mentions nobody', () => {
  for (const name of ['[x](javascript:alert)', '**Ali** @admin', '<b>', '`a`']) {
    const html = renderMarkdown(quote('mots', name))
    expect(html.match(/<a /g), name).toHaveLength(1)
    expect(html).not.toMatch(/<strong|<code|<b>/)
    expect(plainText(quote('mots', name))).toContain(name)
    expect(mentions(quote('mots', name))).toEqual([])
  }
})

test('one’s own words are what is not quoted', () => {
  expect(ownWords('> @ali\n> dit\n\nOui @sara\n   > encore')).toBe('Oui @sara')
})
