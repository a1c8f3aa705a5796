export const WAVE_MAX = 99

/** How many a search shows. */
export const FOUND_MAX = 50

/** How many of each kind the page of a collectivity shows before it leads to the whole list. */
export const PREVIEW_SIZE = 5

/** How many of those whose seat has ended its page shows. */
export const FORMER_SHOWN = 20

/** What is listed of a collectivity. */
export const PLACE_LISTS = ['library', 'adoptions', 'challenges', 'threads'] as const
export type PlaceList = (typeof PLACE_LISTS)[number]

/** How many neighbours its page names. */
export const NEIGHBOURS_SHOWN = 6
