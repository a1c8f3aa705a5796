/** Searches that one person may keep. */
export const SAVED_MAX = 50

/** The longest address of a search that is kept; the schema holds the same number as a CHECK. */
export const SAVED_QUERY_MAX = 1000

/** What the facet of places names, as the index holds it. */
export const PLACE_KINDS = [
  'region',
  'province',
  'urban_commune',
  'rural_commune',
  'arrondissement',
] as const
