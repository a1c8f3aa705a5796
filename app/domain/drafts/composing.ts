import type { Card } from '../items/cards.ts'

/** What stood in a form, by field name. */
export type Typed = Record<string, string[]>

/** How a composer stands: what is typed in it, what is wrong, how it would look, what is kept. */
export type Composing = {
  values: Typed
  /** Locale keys, by field. */
  errors: Record<string, string>
  general: string | null
  /** HTML, by field. */
  preview: Record<string, string> | null
  savedAt: string | null
  /** What a new title is like, to be looked at before it is published. */
  similar: Card[]
}
