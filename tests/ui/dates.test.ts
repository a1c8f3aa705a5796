import { expect, test } from 'vitest'
import { i18nFor } from '#app/i18n/words.server.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { formatNumber } from '#app/ui/numbers.ts'

const on = (iso: string, lang: 'ar' | 'fr' | 'en', form?: 'day' | 'month' | 'minute') =>
  formatDate(iso, i18nFor(lang).t, form)

test('dates are written as in Morocco: its month names, Western digits, its clock', () => {
  expect(on('2024-08-14', 'ar')).toBe('14 غشت 2024')
  expect(on('2024-11-03', 'ar', 'month')).toBe('نونبر 2024')
  expect(on('2024-01-01', 'fr')).toBe('1er janvier 2024')
  expect(on('2024-12-05', 'en')).toBe('5 December 2024')
  // Casablanca is an hour ahead of UTC outside of Ramadan: the evening is already the next day.
  expect(on('2024-06-30T22:59:59.999Z', 'fr')).toBe('30 juin 2024')
  expect(on('2024-06-30T23:30:00.000Z', 'fr')).toBe('1er juillet 2024')
  expect(on('2024-06-30T23:30:00.000Z', 'ar')).toBe('فاتح يوليوز 2024')
  // In Ramadan it is not.
  expect(on('2024-03-20T23:30:00.000Z', 'fr')).toBe('20 mars 2024')
})

test('numbers have Western digits and the separators of their language', () => {
  expect(formatNumber(1503, 'fr')).toMatch(/^1\s503$/)
  expect(formatNumber(1503, 'en')).toBe('1,503')
  expect(formatNumber(1503, 'ar')).toMatch(/^1.503$/)
})
