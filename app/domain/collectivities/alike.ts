/** In what two collectivities are alike: a locale key under `alike.as`; `near`: in the same region. */
export type Likeness = {
  as: 'region' | 'province' | 'commune' | 'urban_commune' | 'rural_commune' | 'arrondissement'
  near: boolean
}

/** How near a collectivity is to another, the nearest first: locale keys under `collectivities.near`. */
export const NEARNESS = [
  'borders',
  'commune',
  'province',
  'next_province',
  'region',
  'country',
] as const

export type Nearness = (typeof NEARNESS)[number]
