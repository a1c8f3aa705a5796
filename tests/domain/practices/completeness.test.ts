import { expect, test } from 'vitest'
import {
  completenessOf,
  completenessOfShown,
  HELPFUL,
  type HelpfulField,
} from '#app/domain/practices/completeness.ts'
import { FIELD_GROUPS, REQUIRED } from '#app/domain/practices/practices.limits.ts'
import fr from '#locales/fr.json'

test('what would help readers most is named first, three at most, and no field of tools for a practice', () => {
  const none = completenessOf('practice', () => false)
  expect(none).toEqual({ filled: 0, of: 14, next: ['results', 'cost', 'obstacles'] })
  const tool = completenessOf('tool', (field) => field === 'results')
  expect(tool).toEqual({ filled: 1, of: 16, next: ['website_url', 'cost', 'obstacles'] })
})

test('what weighs the same stays in the order of the table, and what is whole asks for nothing', () => {
  const rest: HelpfulField[] = ['transfer', 'contact', 'tags']
  expect(completenessOf('practice', (field) => !rest.includes(field)).next).toEqual(rest)
  expect(completenessOf('practice', () => true)).toEqual({ filled: 14, of: 14, next: [] })
})

test('a shown practice says what its sections, its facts and its tags say', () => {
  const sections = [{ name: 'results' }, { name: 'steps' }]
  const shown = { kind: 'practice' as const, sections, tags: [{}], cost: '20 000', year: null }
  const { filled, next } = completenessOfShown(shown)
  expect([filled, next]).toEqual([3, ['obstacles', 'transfer', 'contact']])
})

test('every field of the table is one of the form, none is required, and each says why it helps', () => {
  const optional = Object.values(FIELD_GROUPS).flat() as string[]
  const fields = Object.keys(HELPFUL)
  expect(fields.filter((field) => !optional.includes(field))).toEqual([])
  expect(fields.filter((field) => REQUIRED.some((one) => one === field))).toEqual([])
  expect(Object.keys(fr.practices.meter.why).sort()).toEqual(fields.sort())
})
