/** What a reaction says; more than one may be true. */
export const MEANINGS = ['thanks', 'worked', 'did_not_work'] as const

export type Meaning = (typeof MEANINGS)[number]

export type Counts = Partial<Record<Meaning, number>>
