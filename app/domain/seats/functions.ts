import type { Row } from '#db/schema.ts'

export type SeatFunction = Row<'seat'>['function']

/** The functions that one holds in a collectivity. */
export const LOCAL_FUNCTIONS = [
  'focal_point',
  'elected',
  'equity_president',
  'follow_up',
  'staff',
  'civil_society',
] as const satisfies SeatFunction[]

/** The functions that serve the whole network, without a collectivity. */
export const NETWORK_FUNCTIONS = ['facilitator', 'trainer'] as const satisfies SeatFunction[]
