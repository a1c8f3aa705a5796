/** Below this a number could tell of somebody, and is not said. */
export const FEWEST_SHOWN = 5

/** How often something happened in a year; null: too seldom to say. */
export type Figure = number | null

export type Year = {
  year: number
  counts: Record<string, Figure>
  /** What came of the reports; `received` is undefined where it would give away one of the others. */
  reports: { received: Figure | undefined; hidden: Figure; kept: Figure }
  /** Hours that half of the answers took at most; null where they are too few. */
  hours: { reports: Figure; seats: Figure }
}

/** The number, if it is large enough that nobody is recognised in it; none is not told from few. */
export function shown(count: number): Figure {
  return count < FEWEST_SHOWN ? null : count
}

/** Reports and what came of them: the sum is left out where it would tell a number that is not said. */
export function shownReports({
  received,
  hidden,
  kept,
}: Record<'received' | 'hidden' | 'kept', number>) {
  const parts = { hidden: shown(hidden), kept: shown(kept) }
  const oneShown = (parts.hidden === null) !== (parts.kept === null)
  return { received: oneShown ? undefined : shown(received), ...parts }
}

/** The middle one of some durations, or null where they are too few. */
export function median(hours: number[]): Figure {
  if (hours.length < FEWEST_SHOWN) return null
  const sorted = hours.toSorted((a, b) => a - b)
  return Math.max(1, Math.round(sorted[Math.floor((sorted.length - 1) / 2)]!))
}
