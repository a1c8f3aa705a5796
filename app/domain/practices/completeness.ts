type Kind = 'practice' | 'tool'

/**
 * What readers who want to do the same look for beyond the eight required fields, and how much each
 * would help them. The weights only say what is named first; they are shown to nobody.
 */
export const HELPFUL = {
  results: 9,
  website_url: 9,
  cost: 8,
  obstacles: 7,
  transfer: 6,
  contact: 6,
  resources: 5,
  duration: 4,
  context: 4,
  publisher: 3,
  participants: 3,
  partners: 3,
  year: 2,
  legal: 2,
  deliberation: 2,
  tags: 1,
} as const

export type HelpfulField = keyof typeof HELPFUL

export type Completeness = {
  filled: number
  of: number
  /** What would help readers most of what is still empty. */
  next: HelpfulField[]
}

const NEXT_SHOWN = 3
const OF_TOOLS: readonly string[] = ['website_url', 'publisher']

/** How far a practice goes beyond what is required. Takes whether a field says something. */
export function completenessOf(kind: Kind, says: (field: HelpfulField) => boolean): Completeness {
  const fields = (Object.keys(HELPFUL) as HelpfulField[]).filter(
    (field) => kind === 'tool' || !OF_TOOLS.includes(field),
  )
  const empty = fields.filter((field) => !says(field))
  return {
    filled: fields.length - empty.length,
    of: fields.length,
    // What weighs the same stays in the order of the table.
    next: empty.toSorted((a, b) => HELPFUL[b] - HELPFUL[a]).slice(0, NEXT_SHOWN),
  }
}

type Shown = { kind: Kind; sections: { name: string }[]; tags: unknown[] }

/** The same of a practice as it is shown to whoever writes it, and so reads all of it. */
export function completenessOfShown(practice: Shown & Partial<Record<HelpfulField, unknown>>) {
  const told = practice.sections.map(({ name }) => name)
  return completenessOf(practice.kind, (field) => {
    if (field === 'tags') return practice.tags.length > 0
    return told.includes(field) || Boolean(practice[field])
  })
}
