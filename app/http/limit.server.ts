import { type AppLoadContext, data } from '@remix-run/node'
import type { TryKind } from '#app/domain/tries/tries.limits.ts'
import { countTry } from '#app/domain/tries/tries.server.ts'
import { db } from '#db/client.server.ts'
import type { Values } from './form.server.ts'
import { keepForm } from './kept-form.server.ts'

type Args = { request: Request; context: AppLoadContext }

/**
 * Counts a try for each of these; gives the longest wait in seconds, 0 when all are within limits.
 * The answer then says so as Retry-After, whichever page it becomes.
 */
export async function countTries(context: AppLoadContext, ...tries: [TryKind, string][]) {
  let wait = 0
  for (const [kind, who] of tries) wait = Math.max(wait, await countTry(db, kind, who))
  return saidToWait(context, wait)
}

/** The same seconds, which the answer will say as Retry-After when it is a 429. */
export function saidToWait(context: AppLoadContext, seconds: number) {
  if (seconds) context.headers.set('Retry-After', String(seconds))
  return seconds
}

/**
 * Counts a try for each of these, and throws the answer 429 when one has to wait; what was posted is
 * kept for the form's page. For a request whose body has not been read.
 */
export async function requireTries(args: Args, ...tries: [TryKind, string][]) {
  const seconds = await countTries(args.context, ...tries)
  if (!seconds) return
  for (const cookie of await keepForm(args.request, args.context.ip)) {
    args.context.headers.append('Set-Cookie', cookie)
  }
  throw data({ minutes: minutesOf(seconds) }, { status: 429 })
}

/** Throws the answer 429 where too many ask for the same work at this moment. */
export function tellToWait(context: AppLoadContext): never {
  const seconds = saidToWait(context, 30)
  throw data({ minutes: minutesOf(seconds) }, { status: 429 })
}

/** The form again, with how many minutes to wait, as the answer 429. */
export function waitAnswer(seconds: number, values: Values) {
  const minutes = minutesOf(seconds)
  return data(
    { errors: {} as Record<string, string>, values: shown(values), minutes },
    { status: 429 },
  )
}

/** The form again with its errors, as the answer 422. */
export function errorAnswer(errors: Record<string, string>, values: Values) {
  return data({ errors, values: shown(values), minutes: 0 }, { status: 422 })
}

function minutesOf(seconds: number) {
  return Math.ceil(seconds / 60)
}

// What was typed comes back, but no password.
function shown(values: Values) {
  const open = Object.entries(values).filter(([name]) => !/password/.test(name))
  return Object.fromEntries(open) as Record<string, string | undefined>
}
