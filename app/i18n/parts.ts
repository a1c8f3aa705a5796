/**
 * The sections of words that browsers load apart, since some pages alone show them; those not named here
 * belong to the part that every page has (decision 110).
 */
export const SECTIONS = {
  library: [
    ...['practices', 'adoptions', 'attestations', 'translations', 'publishing', 'exports', 'alive'],
    ...['collections', 'events', 'collectivities', 'collectivity_types', 'alike', 'asks', 'stages'],
    ...['challenges', 'principles', 'spaces', 'tags', 'search', 'searches', 'home', 'activity'],
    ...['people', 'drafts', 'revisions', 'labels', 'recent'],
  ],
  office: [
    ...['accounts', 'settings', 'seats', 'own_data', 'notifications', 'reports', 'admin', 'audit'],
    ...['figures', 'thesaurus', 'misses', 'charter', 'about', 'privacy', 'accessibility'],
    ...['search_help'],
  ],
}

export type Part = 'base' | keyof typeof SECTIONS

const PART_OF = new Map(
  Object.entries(SECTIONS).flatMap(([part, sections]) =>
    sections.map((section) => [section, part as Part]),
  ),
)

/** The part in which a section is, that is: all keys that begin with this word. */
export function partOf(section: string): Part {
  return PART_OF.get(section) ?? 'base'
}

const CONVERSATION = 'routes/$lang.threads.$id.($slug)'
const LIBRARY =
  /^routes\/\$lang\.(?:_index|practices|challenges|threads|spaces(?!.*\.log$)|search|tags|collections|events)(?!_)\b/

/**
 * The parts that must be there before React takes a page over, by the ids of its routes, its own last: it
 * can't wait for more while it does (its error 418). All of them, but for the pages that are known to need
 * less (tests/words-of-pages.test.ts).
 */
export function partsOf(routes: string[]): Part[] {
  const own = routes.at(-1)!
  if (own === CONVERSATION) return ['base']
  return LIBRARY.test(own) ? ['base', 'library'] : ['base', 'library', 'office']
}
