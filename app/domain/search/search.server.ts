import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { Viewer } from '../users/viewer.ts'
import type { Columns } from './columns.server.ts'
import { everyLead, type FacetCounts, type Filters, narrow, thoseThat } from './facets.server.ts'
import { readNarrowed } from './narrowed.server.ts'
import { nearWords } from './near.server.ts'
import { type Index, openIndex } from './opened.server.ts'
import { whichOccur } from './occurring.server.ts'
import { makePlan, type Plan } from './plan.server.ts'
import { type Ranked, rank } from './rank.server.ts'
import { type Found as Shown, type Hit, showHits } from './results.server.ts'
import { PAGES_MAX, QUERY_MAX, RESULTS_PER_PAGE, type Sort } from './search.limits.ts'
import { type Field, type Query, readQuery } from './syntax.server.ts'
import { foldWord } from './text.server.ts'

export type Search = Filters & { q: string; page?: number; sort?: Sort }

export type Results = {
  found: Shown[]
  total: number
  /** How many of them have all the words. */
  whole: number
  facets: FacetCounts
  page: number
  more: boolean
  /** Nothing has any of the words: what is given is of the same field of work. */
  onlyClose: boolean
  /** Nothing had the last word as it is: what is given has words that begin like it. */
  byBeginning: boolean
  /** Words that nothing has, and those that were looked for instead. */
  corrections: { typed: string; used: string[] }[]
  /** Found nothing: what may have been meant, of words that this viewer may read. */
  meant: string | null
  /** What the query itself narrows by and nothing is called. */
  unknown: { field: Field; value: string }[]
}

/**
 * What the viewer may read that answers the words, in any language, each item once, a reply as its
 * thread; the best first. Any input will do.
 */
export async function searchItems(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { q, page: asked = 1, sort = 'relevance', ...filters }: Search,
): Promise<Results> {
  const index = await openIndex(db, viewer)
  const { columns } = index
  const query = readQuery(q)
  const own = await readNarrowed(db, viewer, query)
  const plan = await makePlan(index, query)
  const ranked = isOnlyNarrowed(query) ? everything(index) : await rank(index, plan, lang)
  const found = own.unknown.length > 0 ? new Int32Array(0) : ranked.found
  const { passed, facets } = narrow(columns, found, { ...own.filters, ...filters })

  const page = Math.min(Math.max(asked, 1), PAGES_MAX)
  const from = (page - 1) * RESULTS_PER_PAGE
  const shown = firstOf(passed, orderOf(columns, ranked, sort), from + RESULTS_PER_PAGE).slice(from)
  const hits = shown.map((lead) => hitOf(columns, ranked, lead))
  const shownHits = await showHits(db, viewer, lang, plan, hits)
  return {
    found: shownHits,
    total: passed.length,
    whole: passed.reduce((sum, lead) => sum + ranked.whole[lead]!, 0),
    facets,
    page,
    more: passed.length > from + RESULTS_PER_PAGE && page < PAGES_MAX,
    onlyClose: passed.length > 0 && !passed.some((lead) => ranked.said[lead]),
    byBeginning: plan.byBeginning && passed.length > 0,
    corrections: spelled(plan.corrections, shownHits),
    meant: passed.length > 0 ? null : await whatWasMeant(index, plan, q),
    unknown: own.unknown,
  }
}

/** What was typed, as it is searched for and shown again: one line, without what only misleads. */
export function cleanQuery(typed: string | null) {
  return (typed ?? '')
    .slice(0, 10 * QUERY_MAX)
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\uFFFD]/g, '')
    .slice(0, QUERY_MAX)
    .toWellFormed()
    .replace(/\uFFFD/g, '')
    .trim()
}

// As what is shown writes them: the index keeps «الميزانيه» of «الميزانية», `petition` of « pétition ».
function spelled(corrections: Plan['corrections'], found: Shown[]): Plan['corrections'] {
  const marked = found
    .flatMap(({ marked: { title, excerpt } }) => [...title, ...excerpt])
    .filter(({ mark }) => mark)
  const words = new Map(marked.map(({ text }) => [foldWord(text), text.toLowerCase()]))
  return corrections.map(({ typed, used }) => {
    const known = used.flatMap((word) => words.get(word) ?? [])
    return { typed, used: known.length > 0 ? known : used }
  })
}

// `tag:eau` alone asks for all that is filed there.
function isOnlyNarrowed({ all, none, narrowed }: Query) {
  return all.length === 0 && none.length === 0 && narrowed.length > 0
}

function everything({ columns, seen }: Index): Ranked {
  const found = thoseThat((lead) => seen[lead] === 1, everyLead(columns))
  const [scores, places] = [new Float32Array(seen.length), new Int32Array(seen.length)]
  const bytes = new Uint8Array(0)
  const none = { rows: new Int32Array(0), hits: bytes, close: bytes }
  const noted = { size: 0, ...none, weights: [], columns: [], by: [] }
  return { found, scores, places, said: seen, whole: seen, noted }
}

async function whatWasMeant(index: Index, { words }: Plan, q: string) {
  let meant = q
  for (const { typed } of words) {
    const words = (await nearWords(index.db, typed)).sort(nearest(typed))
    const occurring = await whichOccur(
      index,
      words.map((word) => `"${word}"`),
    )
    const word = words.find((_, at) => occurring[at])
    if (word) meant = meant.replace(typed, word)
  }
  return meant === q ? null : meant
}

function nearest(typed: string) {
  const [first, length] = [typed[0], typed.length]
  const far = (word: string) => Math.abs(word.length - length) + (word[0] === first ? 0 : 1)
  return (a: string, b: string) => far(a) - far(b) || (a < b ? -1 : 1)
}

type Order = (a: number, b: number) => number

// Better by a hundredth, or newer: what differs less is equal to a reader.
function orderOf({ leads }: Columns, { scores }: Ranked, sort: Sort): Order {
  const newer: Order = (a, b) => {
    const [one, other] = [leads.at[a]!, leads.at[b]!]
    if (one !== other) return one < other ? 1 : -1
    return leads.ids[a]! < leads.ids[b]! ? -1 : 1
  }
  if (sort === 'date') return newer
  const step = (lead: number) => Math.round(scores[lead]! * 100)
  return (a, b) => step(b) - step(a) || newer(a, b)
}

// As sorting would give them, in a fraction of its time. The newest stand at the end: from there on,
// most others are seen at once to come after what is kept.
function firstOf(found: Int32Array, order: Order, count: number) {
  const kept: number[] = []
  for (let each = found.length - 1; each >= 0; each--) {
    const lead = found[each]!
    if (kept.length === count && order(lead, kept[count - 1]!) > 0) continue
    const at = kept.findIndex((other) => order(lead, other) < 0)
    kept.splice(at < 0 ? kept.length : at, 0, lead)
    if (kept.length > count) kept.pop()
  }
  return kept
}

function hitOf(columns: Columns, { places, noted }: Ranked, lead: number): Hit {
  const place = places[lead]!
  const row = noted.rows[place] ?? -1
  return {
    lead_id: columns.leads.ids[lead]!,
    item_id: columns.item[row] ?? columns.leads.ids[lead]!,
    lang: columns.lang[row] ?? null,
    needles: noted.by.map((needles) => needles[place] ?? -1).filter((needle) => needle >= 0),
  }
}
