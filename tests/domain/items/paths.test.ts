import { expect, test } from 'vitest'
import { pageOf, readCursor } from '#app/domain/items/page.ts'
import { itemPath, slugify } from '#app/domain/items/paths.ts'

test('an address keeps Arabic and Tifinagh letters and drops marks, signs and excess', () => {
  expect(slugify('خيام الانفتاح: تشاور مع الساكنة')).toBe('خيام-الانفتاح-تشاور-مع-الساكنة')
  expect(slugify('L’école « ouverte »')).toBe('l-ecole-ouverte')
  expect(slugify('ⵜⴰⵎⵏⴰⴹⵜ')).toBe('ⵜⴰⵎⵏⴰⴹⵜ')
  expect(slugify('هَياكل دائمة بالأحياء')).toBe('هياكل-دائمة-بالأحياء')
  expect(slugify('؟؟')).toBe('-')
  expect(slugify('a'.repeat(100))).toHaveLength(60)
})

test('each kind is read in its own section', () => {
  const item = { id: 'abc', title: 'Un titre' }
  expect(itemPath({ ...item, kind: 'tool' })).toBe('/practices/abc/un-titre')
  expect(itemPath({ ...item, kind: 'post', thread_id: 'xyz' })).toBe('/threads/xyz/posts/abc')
})

test('a page names where the next begins, and nonsense in an address begins nowhere', () => {
  const rows = Array.from({ length: 3 }, (_, n) => ({
    id: `${n}`.repeat(12),
    at: '2026-01-01T00:00:00.000Z',
  }))
  const page = pageOf(rows, (row) => row.at, 2)
  expect(page.rows).toHaveLength(2)
  expect(readCursor(page.next)).toEqual({ at: rows[1]!.at, id: rows[1]!.id })
  expect(pageOf(rows, (row) => row.at, 3).next).toBeNull()
  for (const text of [null, '', '~', "'; drop", '2026~x']) expect(readCursor(text)).toBeUndefined()
})
