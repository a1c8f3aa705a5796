import { z } from 'zod'
import { FIRST_DAY } from '../adoptions/adoptions.limits.ts'
import { LANGS } from '../languages.ts'
import { bodyField, noteField, titleField } from '../threads/threads.schema.server.ts'
import { DECLINE_REASON_MAX, EVENT_PLACE_MAX, EVENT_URL_MAX } from './events.limits.ts'

const day = z.iso.date('adoptions.errors.day').refine((value) => value >= FIRST_DAY, {
  message: 'adoptions.errors.day',
})

const facts = {
  title: titleField,
  body: bodyField,
  place: z.string('forms.required').min(1, 'forms.required').max(EVENT_PLACE_MAX, 'forms.too_long'),
  starts_on: day,
  ends_on: z.literal('').or(day).default(''),
  source_url: z
    .string()
    .max(EVENT_URL_MAX, 'forms.too_long')
    .default('')
    .refine(
      (value) => value === '' || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
      'adoptions.errors.url',
    ),
}

const inOrder = ({ starts_on, ends_on }: { starts_on: string; ends_on: string }) =>
  ends_on === '' || ends_on >= starts_on
const ends = { path: ['ends_on'], message: 'events.errors.ends_before' }

export const eventSchema = z.object({ ...facts, lang: z.enum(LANGS) }).refine(inOrder, ends)

export const eventEditSchema = z.object({ ...facts, note: noteField }).refine(inOrder, ends)

/** What was presented and by which collectivity; `address` is that of a practice which tells of it. */
export const presentationSchema = z.object({
  intent: z.enum(['find', 'save']).catch('save'),
  title: titleField,
  lang: z.enum(LANGS),
  collectivity: z
    .string('events.errors.place')
    .min(1, 'events.errors.place')
    .max(20, 'forms.wrong'),
  find_collectivity: z.string().max(100, 'forms.too_long').default(''),
  address: z.string().max(2000, 'forms.too_long').default(''),
})

export const declineSchema = z.object({
  reason: z.string().max(DECLINE_REASON_MAX, 'forms.too_long').default(''),
})
