import type { Weight } from '#tests/support/weight.ts'

/**
 * The page with its styles, the icon (which a browser without windows does not ask for), and the letters
 * of Tifinagh in which the language switch names one, where the system has none.
 */
const VISITOR = { requests: 3, script: 0, style: 0, font: 4_500 }

/**
 * What a page may weigh for a browser that has nothing of it yet: bytes on the wire, gzipped and with
 * the headers, a tenth more than it weighs. Raise a number only with a reason in the same commit.
 */
export const BUDGETS: Record<string, Weight> = {
  home: { ...VISITOR, bytes: 19_000 },
  // With the code of its short address, for its printed page.
  challenge: { ...VISITOR, bytes: 16_000 },
  'thread with 20 replies': { ...VISITOR, bytes: 15_500 },
  practice: { ...VISITOR, bytes: 17_100 },
  library: { ...VISITOR, bytes: 17_600 },
  search: { ...VISITOR, bytes: 15_700 },
  // Most of the script is React, Remix and i18next; the words a conversation needs are a tenth.
  'thread with 20 replies, signed in': {
    ...VISITOR,
    style: 10_700,
    requests: 12,
    script: 130_000,
    bytes: 155_000,
  },
}
