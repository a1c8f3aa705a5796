import { hash, parseOptions, verify } from '@node-rs/argon2'

// What OWASP's cheat sheet on password storage asks of argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const ARGON2ID = 2

let dummy: Promise<string> | undefined

/** The argon2id hash of a password, in the form that carries its own parameters. */
export function hashPassword(password: string) {
  return hash(password.normalize('NFC'), { ...COST, algorithm: ARGON2ID })
}

/**
 * Whether the password fits. Without a hash (no such account, or none set) the same work is done
 * on another one, so that the time it takes does not tell whether an account exists.
 */
export async function verifyPassword(stored: string | null, password: string) {
  const against = stored ?? (await (dummy ??= hashPassword('nobody has this password')))
  const fits = await verify(against, password.normalize('NFC'))
  return stored !== null && fits
}

/** Whether a hash was made with other parameters than today's. */
export function isOutdated(stored: string) {
  const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(stored)
  return (
    algorithm !== ARGON2ID ||
    memoryCost !== COST.memoryCost ||
    timeCost !== COST.timeCost ||
    parallelism !== COST.parallelism
  )
}
