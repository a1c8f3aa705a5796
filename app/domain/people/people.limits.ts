export const ROLES = ['account', 'facilitator', 'admin'] as const
export type Role = (typeof ROLES)[number]
