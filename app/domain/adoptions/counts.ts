import { type Adoption, isTakenUp, KINDS } from './adoptions.ts'

/** Classes of population, each up to that many inhabitants; the last has no end. */
export const POPULATION_CLASSES = [
  15_000,
  50_000,
  100_000,
  250_000,
  500_000,
  1_000_000,
  Number.MAX_SAFE_INTEGER,
]

type Counted = Pick<Adoption, 'status' | 'kind' | 'milieu' | 'population'>
type Count<K> = { of: K; count: number }

/** How many took something up, how far they have come, and what they are. */
export function countsOf(adoptions: Counted[]) {
  const taken = adoptions.filter(isTakenUp)
  const at = (status: Adoption['status']) => adoptions.filter((one) => one.status === status).length
  return {
    taken: taken.length,
    running: at('running'),
    interested: at('interested'),
    stopped: at('stopped'),
    kinds: tally(
      KINDS,
      taken.map(({ kind }) => kind),
    ),
    milieus: tally(
      ['urban', 'rural'] as const,
      taken.map(({ milieu }) => milieu),
    ),
    classes: tally(POPULATION_CLASSES, taken.map(classOf)),
  }
}

export type AdoptionCounts = ReturnType<typeof countsOf>

/** The class of population of a collectivity, where its population is known. */
export function classOf({ population }: Pick<Counted, 'population'>) {
  if (population === null) return null
  return POPULATION_CLASSES.find((most) => population < most) ?? null
}

function tally<K>(names: readonly K[], found: (K | null)[]): Count<K>[] {
  return names
    .map((of) => ({ of, count: found.filter((one) => one === of).length }))
    .filter(({ count }) => count > 0)
}
