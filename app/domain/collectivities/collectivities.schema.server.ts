import { z } from 'zod'
import { WAVE_MAX } from './collectivities.limits.ts'

const day = z
  .string('forms.required')
  .min(1, 'forms.required')
  .refine(isPastDay, 'collectivities.errors.day')

export const joiningSchema = z.object({
  joined_on: day,
  wave: z
    .string()
    .default('')
    .refine((value) => value === '' || isWave(value), 'collectivities.errors.wave')
    .transform((value) => (value === '' ? null : Number(value))),
  source_url: z
    .string()
    .max(1000, 'forms.too_long')
    .default('')
    .refine((value) => value === '' || isWebAddress(value), 'collectivities.errors.url')
    .transform((value) => value || null),
})

export const leavingSchema = z.object({ left_on: day })

function isPastDay(value: string) {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) return false
  return date.getTime() <= Date.now()
}

function isWave(value: string) {
  return /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= WAVE_MAX
}

function isWebAddress(value: string) {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}
