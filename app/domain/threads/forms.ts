/** What a thread is: something asked, something lived, something to talk about. */
export const FORMS = ['question', 'experience', 'discussion'] as const

export type Form = (typeof FORMS)[number]

export function isForm(value: unknown): value is Form {
  return FORMS.includes(value as Form)
}
