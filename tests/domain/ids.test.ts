import { expect, test, vi } from 'vitest'
import { newId, orderedId } from '#db/id.ts'

test('ids are twelve characters, each another one', () => {
  for (const make of [newId, orderedId]) {
    const ids = Array.from({ length: 5000 }, make)
    expect(new Set(ids).size).toBe(5000)
    expect(ids.filter((id) => !/^[0-9a-hjkmnp-tv-z]{12}$/.test(id))).toEqual([])
  }
})

test('an ordered id comes after those of earlier times', () => {
  const times = ['2020-01-01', '2026-11-30', '2026-11-30T00:00:00.001Z', '2100-01-01']
  const ids = times.map((time) => {
    vi.setSystemTime(time)
    return orderedId()
  })
  vi.useRealTimers()
  expect(ids.toSorted()).toEqual(ids)
})
