import type { Adoption } from './adoptions.ts'

export type Branch<T> = {
  adoption: T
  depth: number
  /** The row of whom it was taken over from; none: the origin. */
  parent: number | null
}

type Linked = Pick<Adoption, 'id' | 'from_id' | 'since'>

/**
 * Adoptions as a family tree, row by row: each stands below whom it was taken over from, the earliest
 * first. What was taken over from one that is not shown comes from the origin.
 */
export function lineageOf<T extends Linked>(adoptions: T[]): Branch<T>[] {
  const known = new Set(adoptions.map(({ id }) => id))
  const children = new Map<string | null, T[]>()
  for (const one of [...adoptions].sort((a, b) => (a.since < b.since ? -1 : 1))) {
    const from = one.from_id !== null && known.has(one.from_id) ? one.from_id : null
    children.set(from, [...(children.get(from) ?? []), one])
  }
  const rows: Branch<T>[] = []
  const add = (from: string | null, depth: number, parent: number | null) => {
    for (const adoption of children.get(from) ?? []) {
      const row = rows.push({ adoption, depth, parent }) - 1
      add(adoption.id, depth + 1, row)
    }
  }
  add(null, 0, null)
  return rows
}

/** From which others an adoption may have been taken over: not from itself, nor from what came of it. */
export function possibleOrigins<T extends Linked>(adoptions: T[], own: string | undefined): T[] {
  const mine = new Set(own === undefined ? [] : [own])
  for (const { adoption } of lineageOf(adoptions)) {
    if (adoption.from_id !== null && mine.has(adoption.from_id)) mine.add(adoption.id)
  }
  return adoptions.filter(({ id }) => !mine.has(id))
}
