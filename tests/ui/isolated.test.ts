import { expect, test } from 'vitest'
import { createI18n } from '#app/i18n/create.ts'

test('a value in the other script keeps its own order, and the words around it theirs', () => {
  const words = { reply: '{{actor}} — {{title}}', seen: '{{count}}', mail: '{{link}}' }
  const ar = createI18n('ar', { ar: words }).t
  const fr = createI18n('fr', { fr: words }).t
  const said = { actor: 'نادية', title: 'Quel budget ?' }
  expect(ar('reply', said)).toBe('نادية — \u2068Quel budget ?\u2069')
  expect(fr('reply', said)).toBe('\u2068نادية\u2069 — Quel budget ?')
  expect(ar('seen', { count: 12 })).toBe('12')
  // Whoever makes a link of it takes what follows along.
  expect(ar('mail', { link: 'https://example.org/a' })).toBe('https://example.org/a')
  expect(ar('reply', { actor: 'a <b> & "c"', title: '' })).toBe('\u2068a <b> & "c"\u2069 — ')
})
