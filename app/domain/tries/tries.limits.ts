type Rule = { max: number; minutes: number }

/** How often each thing may be tried, by one address or one account, before one must wait. */
export const TRIES = {
  sign_in: { max: 20, minutes: 15 },
  sign_in_account: { max: 8, minutes: 15 },
  sign_up: { max: 10, minutes: 60 },
  mail: { max: 5, minutes: 60 },
  post: { max: 30, minutes: 10 },
  upload: { max: 40, minutes: 60 },
  report: { max: 20, minutes: 60 },
} as const satisfies Record<string, Rule>

export type TryKind = keyof typeof TRIES
