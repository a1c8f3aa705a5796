/** In what two collectivities are alike: a locale key under `alike.as`; `near`: in the same region. */
export type Likeness = {
  as: 'region' | 'province' | 'commune' | 'urban_commune' | 'rural_commune' | 'arrondissement'
  near: boolean
}
