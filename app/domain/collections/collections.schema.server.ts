import { z } from 'zod'
import { LANGS } from '../languages.ts'
import { bodyField, noteField, titleField } from '../threads/threads.schema.server.ts'
import { ENTRY_NOTE_MAX } from './collections.limits.ts'

export const collectionSchema = z.object({
  title: titleField,
  body: bodyField,
  lang: z.enum(LANGS),
})

export const collectionEditSchema = z.object({
  title: titleField,
  body: bodyField,
  note: noteField,
})

export const entryNoteSchema = z.object({
  note: z.string().max(ENTRY_NOTE_MAX, 'forms.too_long').default(''),
  lang: z.enum(LANGS),
})
