import type { Row } from '#db/schema.ts'
import type { Adoption, Place } from '../adoptions/adoptions.ts'

export type Says = Row<'confirmation'>['says']

/** What was said of a practice at a time, and from which seat. */
export type Confirmation = Pick<
  Row<'confirmation'>,
  'id' | 'says' | 'function' | 'note' | 'said_at' | 'until'
> & { place: Place | null }

/** How long ago something was confirmed, in words: within a year, within two, or longer. */
export type Age = 'fresh' | 'aging' | 'old'

export type Alive = { at: string; place: Place; age: Age }

const YEAR = 365 * 86_400_000

/**
 * When a practice was last said to run, and where: in the collectivity that it comes from, or in one
 * that took it up. Null when nobody ever said so.
 */
export function lastAlive(
  confirmations: Confirmation[],
  adoptions: Adoption[],
  now = new Date(),
): Alive | null {
  const own = confirmations.flatMap(({ says, said_at, place }) =>
    says === 'running' && place ? [{ at: said_at.slice(0, 10), place }] : [],
  )
  const others = adoptions.flatMap(({ status, since, code, name_ar, name_fr }) =>
    status === 'running' ? [{ at: since, place: { code, name_ar, name_fr } }] : [],
  )
  const [last] = [...own, ...others].sort((a, b) => (a.at < b.at ? 1 : -1))
  if (!last) return null
  const years = (now.getTime() - Date.parse(last.at)) / YEAR
  return { ...last, age: years < 1 ? 'fresh' : years < 2 ? 'aging' : 'old' }
}

/** The last verification, with whether it still holds. */
export function lastVerified(confirmations: Confirmation[], now = new Date()) {
  const verified = confirmations.find(({ says }) => says === 'verified')
  const today = now.toISOString().slice(0, 10)
  return verified ? { ...verified, holds: (verified.until ?? '') >= today } : null
}

/** Why it has stopped where it comes from; null while it runs there, or nobody said. */
export function whyStopped(confirmations: Confirmation[]) {
  const last = confirmations.find(({ says }) => says !== 'verified')
  return last?.says === 'stopped' ? last : null
}
