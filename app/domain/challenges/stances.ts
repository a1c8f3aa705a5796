/** How a collectivity stands to a challenge; to work on it is to face it, to observe it is not. */
export const STANCES = ['working', 'faces', 'observer'] as const

export type Stance = (typeof STANCES)[number]
