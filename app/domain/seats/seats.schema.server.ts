import { z } from 'zod'
import { LOCAL_FUNCTIONS, NETWORK_FUNCTIONS } from './functions.ts'
import { SEAT_NOTE_MAX } from './seats.limits.ts'

const rest = {
  starts_on: z
    .union([z.literal(''), z.iso.date()], 'seats.errors.date')
    .default('')
    .transform((date) => date || null),
  note: z.string().max(SEAT_NOTE_MAX, 'forms.too_long').default(''),
}

/** A seat in a collectivity. */
export const localSeatSchema = z.object({
  collectivity: z.string('seats.errors.place').min(1, 'seats.errors.place').max(20),
  function: z.enum(LOCAL_FUNCTIONS, 'forms.required'),
  ...rest,
})

/** A function that serves the whole network. */
export const networkSeatSchema = z.object({
  function: z.enum(NETWORK_FUNCTIONS, 'forms.required'),
  ...rest,
})
