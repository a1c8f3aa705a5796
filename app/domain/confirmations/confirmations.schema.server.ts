import { z } from 'zod'
import { CONFIRMATION_NOTE_MAX, VERIFIED_YEARS } from './confirmations.limits.ts'

const note = z.string().max(CONFIRMATION_NOTE_MAX, 'forms.too_long').default('')

/** Whether it still runs; why not, if it does not. */
export const runningSchema = z.object({
  says: z.enum(['running', 'stopped'], 'forms.choose'),
  note,
})

export const verifySchema = z.object({
  until: z.iso.date('alive.errors.until').refine(isWithin, 'alive.errors.until'),
  note,
})

function isWithin(day: string) {
  const years = VERIFIED_YEARS * 366 * 86_400_000
  const [today, last] = [0, years].map((ms) => new Date(Date.now() + ms).toISOString())
  return day >= today!.slice(0, 10) && day <= last!.slice(0, 10)
}
