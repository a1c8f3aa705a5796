import { expect, test } from 'vitest'
import { spelledAlike } from '#app/domain/search/sounds.server.ts'

test('a word is also spelled as it sounds otherwise, in up to two places', () => {
  expect(spelledAlike('bloquage')).toContain('blocage')
  expect(spelledAlike('petission')).toContain('petition')
  expect(spelledAlike('lampadere')).toContain('lampadaire')
  expect(spelledAlike('bibliotek')).not.toContain('bibliotheque')
  expect(spelledAlike('نضافه')).toContain('نظافه')
  expect(spelledAlike('تضاهره')).toContain('تظاهره')
  expect(spelledAlike('انضباث')).not.toContain('انضباث')
  expect(spelledAlike('xyz').length).toBeLessThan(50)
})
