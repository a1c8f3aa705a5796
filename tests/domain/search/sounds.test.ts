import { expect, test } from 'vitest'
import { corrections, partsOf } from '#app/domain/search/corrections.server.ts'
import { openIndex } from '#app/domain/search/opened.server.ts'
import { spelledAlike } from '#app/domain/search/sounds.server.ts'
import { db } from '#db/client.server.ts'

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

// Every spelling of every spelling of it: without a bound the program would answer nobody for hours.
test('a word longer than any is no mistake of another', async () => {
  const index = await openIndex(db, null)
  for (const word of ['e'.repeat(20_000), 'بلدية'.repeat(2_000)]) {
    expect(await corrections(index, word)).toEqual([])
    expect(await partsOf(index, word)).toEqual([])
  }
})
