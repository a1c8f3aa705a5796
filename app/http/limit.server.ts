import { data, type HeadersFunction } from '@remix-run/node'
import { countTry } from '#app/domain/tries/tries.server.ts'
import type { TryKind } from '#app/domain/tries/tries.limits.ts'
import { db } from '#db/client.server.ts'
import type { Values } from './form.server.ts'

/** Counts a try for each of these; gives the longest wait in seconds, 0 when all are within limits. */
export async function countTries(...tries: [TryKind, string][]) {
  let wait = 0
  for (const [kind, who] of tries) wait = Math.max(wait, await countTry(db, kind, who))
  return wait
}

/** The form again, with how many minutes to wait, as the answer 429. */
export function waitAnswer(seconds: number, values: Values) {
  const minutes = Math.ceil(seconds / 60)
  const headers = { 'Retry-After': String(seconds) }
  return data(
    { errors: {} as Record<string, string>, values: shown(values), minutes },
    { status: 429, headers },
  )
}

/** The form again with its errors, as the answer 422. */
export function errorAnswer(errors: Record<string, string>, values: Values) {
  return data({ errors, values: shown(values), minutes: 0 }, { status: 422 })
}

/** What a route with such a form exports as `headers`, so that Retry-After arrives. */
export const formHeaders: HeadersFunction = ({ actionHeaders }) => {
  const headers = new Headers(actionHeaders)
  headers.set('Vary', 'Cookie')
  return headers
}

// What was typed comes back, but no password.
function shown(values: Values) {
  const open = Object.entries(values).filter(([name]) => !/password/.test(name))
  return Object.fromEntries(open) as Record<string, string | undefined>
}
