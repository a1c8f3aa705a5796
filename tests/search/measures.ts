export type Measures = { recall: number; ndcg: number; first: number }

/** How far down the list people look. */
export const CUT = 10

/** What must be reached in every language with `ENOUGH` queries, and by the queries across languages. */
export const GOALS: Measures = { recall: 0.95, ndcg: 0.85, first: 0.8 }
export const CROSS_GOAL = 0.9
export const ENOUGH = 20

/**
 * What one list of results is worth. Takes the keys found, best first, and the grade of each that
 * is relevant. Gives the share of these among the first ten, their discounted gain (2^grade - 1)
 * against that of the best order there is, and 1 when the first result is right: it clearly helps,
 * or nothing helps more.
 */
export function measure(found: string[], relevant: Record<string, number>): Measures {
  const grades = found.slice(0, CUT).map((key) => relevant[key] ?? 0)
  const best = Object.values(relevant).toSorted((a, b) => b - a)
  const first = grades[0] ?? 0
  return {
    recall: grades.filter((grade) => grade > 0).length / best.length,
    ndcg: gain(grades) / gain(best.slice(0, CUT)),
    first: first > 0 && first >= Math.min(2, best[0]!) ? 1 : 0,
  }
}

/** The mean of each measure. */
export function mean(all: Measures[]): Measures {
  const of = (name: keyof Measures) => all.reduce((sum, one) => sum + one[name], 0) / all.length
  return { recall: of('recall'), ndcg: of('ndcg'), first: of('first') }
}

function gain(grades: number[]) {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
}
