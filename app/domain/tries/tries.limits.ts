type Rule = { max: number; minutes: number }

/**
 * How often each thing may be tried, by one address or one account, before one must wait. All of
 * them stand in docs/limits.md.
 */
export const TRIES = {
  sign_in: { max: 20, minutes: 15 },
  sign_in_account: { max: 8, minutes: 15 },
  sign_in_everywhere: { max: 40, minutes: 15 },
  sign_in_slow: { max: 1, minutes: 1 },
  password: { max: 8, minutes: 15 },
  second_factor: { max: 10, minutes: 15 },
  passkey: { max: 60, minutes: 15 },
  sign_up: { max: 10, minutes: 60 },
  mail: { max: 5, minutes: 60 },
  post: { max: 30, minutes: 10 },
  upload: { max: 40, minutes: 60 },
  report: { max: 20, minutes: 60 },
  export: { max: 5, minutes: 60 },
  document: { max: 60, minutes: 10 },
  act: { max: 600, minutes: 10 },
} as const satisfies Record<string, Rule>

export type TryKind = keyof typeof TRIES
