import type { AppLoadContext } from '@remix-run/node'
import type { TryKind } from '#app/domain/tries/tries.limits.ts'
import { clearTries, countSlowly, giveBackTry } from '#app/domain/tries/tries.server.ts'
import { findByEmail } from '#app/domain/users/accounts.server.ts'
import { isDeviceOf } from '#app/domain/users/devices.server.ts'
import { digest } from '#app/domain/users/digest.server.ts'
import { db } from '#db/client.server.ts'
import { saidToWait } from './limit.server.ts'
import { deviceOf } from './sign-in.server.ts'

type Args = { request: Request; context: AppLoadContext }
type Try = [kind: TryKind, who: string]

/**
 * Counts a try to sign in, before the password is looked at. A browser that the account knows counts
 * by itself: whatever others guess, from wherever, its owner can sign in with it. All else counts by
 * address, by account from that address, and by account from anywhere. Gives whose account it
 * is, the seconds to wait, and how to take the try back when the password was right.
 */
export async function countSignIn({ request, context }: Args, email: string) {
  const user = await findByEmail(db, email)
  const known = user && (await knownDevice(request, user.id))
  const account: Try = ['sign_in_account', `${email} ${known ?? context.ip}`]
  const shared: Try[] = known
    ? []
    : [
        ['sign_in', context.ip],
        ['sign_in_everywhere', email],
      ]
  return {
    owner: user?.id ?? null,
    wait: saidToWait(context, await longestWait([account, ...shared])),
    async takeBack() {
      await clearTries(db, ...account)
      // A room full of newcomers signs in from one address.
      for (const one of shared) await giveBackTry(db, ...one)
    },
  }
}

/** Counts a code that is tried after the right password; gives the seconds to wait. */
export async function countSecondFactor({ request, context }: Args, userId: string) {
  const who = (await knownDevice(request, userId)) ?? ''
  return saidToWait(context, await longestWait([['second_factor', `${userId} ${who}`.trim()]]))
}

async function knownDevice(request: Request, userId: string) {
  const device = deviceOf(request)
  return device && (await isDeviceOf(db, userId, device)) ? digest(device) : undefined
}

async function longestWait(tries: Try[]) {
  let wait = 0
  for (const [kind, who] of tries) wait = Math.max(wait, await countSlowly(db, kind, who))
  return wait
}
