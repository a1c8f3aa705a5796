import { expect, test } from 'vitest'
import { compareTexts } from '#app/domain/practices/compare.ts'

const rebuilt = (before: string, after: string) => {
  const pieces = compareTexts(before, after)
  const of = (without: string) =>
    pieces
      .filter(({ change }) => change !== without)
      .map(({ text }) => text)
      .join('')
  return { before: of('added'), after: of('removed'), pieces }
}

test('a changed word is the only thing marked', () => {
  expect(compareTexts('le budget de la commune', 'le budget de la région')).toEqual([
    { change: 'same', text: 'le budget de la ' },
    { change: 'removed', text: 'commune' },
    { change: 'added', text: 'région' },
  ])
})

test('both texts can be rebuilt from the pieces, in any script', () => {
  for (const [before, after] of [
    ['', 'tout est neuf'],
    ['tout disparaît', ''],
    ['un deux trois quatre', 'deux trois cinq quatre six'],
    ['لقاءات بالأحياء لإعداد الميزانية', 'لقاءات مسائية لإعداد الميزانية التشاركية'],
    ['a\n\nb', 'a\n\nc\n\nb'],
  ] as const) {
    expect(rebuilt(before, after)).toMatchObject({ before, after })
  }
})

test('equal texts have no change', () => {
  expect(compareTexts('le même', 'le même')).toEqual([{ change: 'same', text: 'le même' }])
})

test('what is too long to compare by words is compared coarsely, and whole', () => {
  const words = (seed: number) =>
    Array.from({ length: 8_000 }, (_, i) => `m${(i * seed) % 9_973}`).join(' ')
  const [before, after] = [words(7), words(11)]
  expect(rebuilt(before, after)).toMatchObject({ before, after })
})
