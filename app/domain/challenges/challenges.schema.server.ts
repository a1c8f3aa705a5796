import { z } from 'zod'
import { LANGS } from '../languages.ts'
import { PRINCIPLES } from '../principles/principles.ts'
import { bodyField, noteField, titleField } from '../threads/threads.schema.server.ts'

const filing = {
  title: titleField,
  body: bodyField,
  principles: z.array(z.enum(PRINCIPLES)).min(1, 'challenges.errors.principle'),
  tags: z.string().max(500, 'forms.too_long').default(''),
}

export const challengeSchema = z.object({
  ...filing,
  lang: z.enum(LANGS),
  seat: z.string().optional(),
})

export const challengeEditSchema = z.object({ ...filing, note: noteField })

export const outcomeSchema = z.object({ outcome: bodyField })

/** The names in a line of tags, separated as people do in Arabic or Latin letters. */
export function tagNames(line: string) {
  return line
    .split(/[,،;؛\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, 12)
}
