/** What everything is filed under, in the charter's order; public innovation is the secondary one. */
export const PRINCIPLES = [
  'transparence',
  'redevabilite',
  'acces_information',
  'participation_citoyenne',
  'digitalisation',
  'innovation_publique',
] as const

export type Principle = (typeof PRINCIPLES)[number]
