import { z } from 'zod'
import { HANDLE_MAX } from '../users/users.limits.ts'
import { LOCAL_FUNCTIONS, NETWORK_FUNCTIONS } from './functions.ts'
import { SEAT_NOTE_MAX } from './seats.limits.ts'

const rest = {
  starts_on: z
    .union([z.literal(''), z.iso.date()], 'seats.errors.date')
    // Until it begins it gives no rights: a year that was mistyped would lock its holder out.
    .refine((date) => date <= inDays(366), 'seats.errors.starts_on')
    .default('')
    .transform((date) => date || null),
  note: z.string().max(SEAT_NOTE_MAX, 'forms.too_long').default(''),
}

/** A seat in a collectivity. */
export const localSeatSchema = z.object({
  collectivity: z.string('seats.errors.place').min(1, 'seats.errors.place').max(20),
  function: z.enum(LOCAL_FUNCTIONS, 'forms.choose'),
  ...rest,
})

/** A function that serves the whole network. */
export const networkSeatSchema = z.object({
  function: z.enum(NETWORK_FUNCTIONS, 'forms.choose'),
  ...rest,
})

/** Who follows in a seat, and the last day of who leaves it: today or within a year. */
export const handOverSchema = z.object({
  handle: z
    .string('forms.required')
    .toLowerCase()
    .transform((handle) => handle.replace(/^@/, ''))
    .pipe(z.string().min(1, 'forms.required').max(HANDLE_MAX, 'seats.errors.successor')),
  last_day: z.iso.date('seats.errors.date').refine(isWithinYear, 'seats.errors.last_day'),
})

function isWithinYear(day: string) {
  return day >= inDays(0) && day <= inDays(366)
}

function inDays(days: number) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
