/** What the map shows of each region or province, by the name it has in addresses. */
export const MEASURES = ['members', 'library', 'challenges'] as const

export type Measure = (typeof MEASURES)[number]

export type MappedArea = { code: string; name_ar: string; name_fr: string } & Record<
  Measure,
  number
>

/** The measure that an address asks for; the members of the network when it asks for none. */
export function measureOf(asked: string | null): Measure {
  return MEASURES.find((one) => one === asked) ?? 'members'
}
