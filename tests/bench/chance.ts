import { ALPHABET } from '#db/id.ts'
import { randomFrom } from '../support/forum.ts'

const START = Date.UTC(2024, 0, 1)
const END = Date.UTC(2026, 9, 1)

export type Chance = ReturnType<typeof chance>

/** Random numbers that are the same each time, and what is drawn with them. */
export function chance(seed: number) {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const some = <T>(list: readonly T[], count: number) => [
    ...new Set(Array.from({ length: count }, () => pick(list))),
  ]
  const id = () => Array.from({ length: 12 }, () => pick([...ALPHABET])).join('')
  /** A time of the years that the forum has run, after the given one. */
  const day = (after = new Date(START).toISOString()) => {
    const from = Date.parse(after)
    return new Date(from + Math.floor(random() * (END - from))).toISOString()
  }
  return { random, pick, some, id, day }
}
