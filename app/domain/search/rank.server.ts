import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { FALLBACKS, LANGS } from '../languages.ts'
import type { Columns } from './columns.server.ts'
import { thoseThat } from './facets.server.ts'
import { type Noted, noteRows } from './noted.server.ts'
import type { Index } from './opened.server.ts'
import type { Plan } from './plan.server.ts'
import { readLists } from './postings.server.ts'
import { raritiesOf } from './rarity.server.ts'
import { bitsOf } from './row.server.ts'

/**
 * The leads that were found, not in order; by the number of a lead, how well, by which of its rows (by
 * its place in `noted`), how many of the words it has, and whether all. No object for each: there may
 * be fifty thousand.
 */
export type Ranked = {
  found: Int32Array
  scores: Float32Array
  places: Int32Array
  said: Uint8Array
  whole: Uint8Array
  noted: Noted
}

// With so many results that have all the words, or twice so many that have half of them, those with fewer are
// only in the way.
const ENOUGH = 20

// A reply is a part of its thread; its words tell a little less of the whole.
const REPLY = 0.95

// What only speaks of something close to a word has half of it.
const CLOSE = 0.5

// What most of the best results are filed under is what was meant: up to so much more for the others
// that are filed there too.
const BEST = 5
const TOPIC = 0.6

const TOGETHER = { text: 0.15, title: 0.15 }

// Of equal versions the one that the reader reads best; never so much as to move another result.
const OWN_LANG = 0.0001

/**
 * The leads that a plan finds among those the viewer may know of, not in order. A word weighs by how
 * few of *these* leads have it, so that what is hidden moves nothing.
 */
export async function rank(index: Index, plan: Plan, lang: Lang): Promise<Ranked> {
  const { db, columns } = index
  const noted = noteRows(index, plan)
  const bonus = await togetherness(db, columns, plan)
  const without = await excluded(db, columns, plan.none)
  const rarities = raritiesOf(index, plan, noted)
  const ranks = LANGS.map((one) => OWN_LANG * (LANGS.length - FALLBACKS[lang].indexOf(one)))
  const ranked = bestRows(columns, plan, noted, { rarities, bonus, without, ranks })
  addTopics(columns, ranked)
  return ranked
}

const TITLE = bitsOf('title')
const SAID = bitsOf('title', 'summary', 'body')

async function togetherness(db: Db, columns: Columns, { together }: Plan) {
  const bonus = new Map<number, number>()
  if (!together) return bonus
  const [found] = await readLists(db, [together])
  for (const [each, row] of found!.rows.entries()) {
    const said = found!.columns[each]!
    if (said & SAID)
      bonus.set(row - columns.base, TOGETHER.text + (said & TITLE ? TOGETHER.title : 0))
  }
  return bonus
}

// What is not wanted is not found by another version of the same item either.
async function excluded(db: Db, columns: Columns, none: string[]) {
  const without = new Uint8Array(none.length ? columns.leads.ids.length : 0)
  for (const { rows } of await readLists(db, none)) {
    for (const row of rows) {
      const lead = columns.lead[row - columns.base] ?? -1
      if (lead >= 0) without[lead] = 1
    }
  }
  return without
}

type Told = {
  rarities: number[]
  bonus: Map<number, number>
  without: Uint8Array
  ranks: number[]
}

// Which words a lead has decides whether it is shown at all. How well it has them is then asked of those
// that are: of two common words most rows have but one.
function bestRows(columns: Columns, plan: Plan, noted: Noted, told: Told): Ranked {
  dropRows(columns, plan, noted, told.without)
  const { leads, counts } = countHits(columns, noted)
  const least = fewest(leads, counts, plan.words.length)
  const found = keepThose(leads, counts, least)
  const { scores, places } = scoreRows(columns, plan, noted, { ...told, counts })
  const said = new Uint8Array(counts.length)
  const whole = new Uint8Array(counts.length)
  for (let each = 0; each < found.length; each++) {
    const lead = found[each]!
    said[lead] = counts[lead]! - 1
    whole[lead] = said[lead] === plan.words.length ? 1 : 0
  }
  const shown = least > 0 ? found : withoutMostClose(found, said, scores)
  return { found: shown, scores, places, said, whole, noted }
}

// Those with more than so few; of the others nothing is counted any more.
function keepThose(leads: Int32Array, counts: Uint8Array, least: number) {
  let kept = 0
  for (let each = 0; each < leads.length; each++) {
    const lead = leads[each]!
    if (counts[lead]! > least) leads[kept++] = lead
    else counts[lead] = 0
  }
  return leads.subarray(0, kept)
}

const DROPPED = 255

// Rows of what is not wanted, and those without a word that has to be there.
function dropRows(
  { lead }: Columns,
  { words }: Plan,
  { size, rows, hits, by }: Noted,
  without: Uint8Array,
) {
  const required = by.filter((_, word) => words[word]!.required)
  if (required.length === 0 && without.length === 0) return
  for (let place = 0; place < size; place++) {
    const isMissing = required.some((needles) => needles[place]! < 0)
    if (isMissing || without[lead[rows[place]!]!]) hits[place] = DROPPED
  }
}

// The leads of the rows, and of each the most words that one of its rows has, and one.
function countHits(columns: Columns, { size, rows, hits }: Noted) {
  const counts = new Uint8Array(columns.leads.ids.length)
  const leads = new Int32Array(Math.min(size, counts.length))
  let count = 0
  for (let place = 0; place < size; place++) {
    if (hits[place] === DROPPED) continue
    const lead = columns.lead[rows[place]!]!
    if (counts[lead] === 0) leads[count++] = lead
    if (hits[place]! >= counts[lead]!) counts[lead] = hits[place]! + 1
  }
  return { leads: leads.subarray(0, count), counts }
}

// How many words are too few, when enough have more of them. Takes what `countHits` gives.
function fewest(leads: Int32Array, counts: Uint8Array, words: number) {
  let [whole, half] = [0, 0]
  for (let each = 0; each < leads.length; each++) {
    const has = counts[leads[each]!]! - 1
    if (has === words) whole++
    if (has * 2 >= words) half++
  }
  if (whole >= ENOUGH) return words
  return half >= 2 * ENOUGH ? Math.ceil(words / 2) : 0
}

// Takes also by the number of a lead whether it is asked for at all.
function scoreRows(
  columns: Columns,
  { words }: Plan,
  noted: Noted,
  told: Told & { counts: Uint8Array },
) {
  const { rarities, bonus, ranks, counts } = told
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0)
  const scores = new Float32Array(counts.length)
  const places = new Int32Array(counts.length)
  for (let place = 0; place < noted.size; place++) {
    const at = noted.rows[place]!
    const lead = columns.lead[at]!
    if (counts[lead] === 0 || noted.hits[place] === DROPPED) continue
    let sum = 0
    let share = 0
    for (let word = 0; word < words.length; word++) {
      const strength = noted.weights[word]![place]!
      if (strength === 0) continue
      sum += rarities[word]! * strength
      share += noted.close[noted.by[word]![place]!] ? CLOSE * rarities[word]! : rarities[word]!
    }
    share /= total
    const part = columns.reply[at] ? REPLY : 1
    const near = bonus.size > 0 ? (bonus.get(at) ?? 0) : 0
    const own = ranks[columns.lang[at]!]!
    const score = Math.fround(part * ((sum / total) * (0.25 + 0.75 * share) + near) + own)
    // Of equal rows the first.
    if (score < scores[lead]! || (score === scores[lead] && at > noted.rows[places[lead]!]!))
      continue
    scores[lead] = score
    places[lead] = place
  }
  return { scores, places }
}

function addTopics({ leads, names }: Columns, { found, scores }: Ranked) {
  const best = bestOf(found, scores, BEST)
  const sum = best.reduce((total, lead) => total + scores[lead]!, 0)
  const shares = new Float32Array(names.tag.names.length)
  for (const lead of best) {
    for (const tag of leads.tags[lead]!) shares[tag]! += scores[lead]! / sum
  }
  for (let each = 0; each < found.length; each++) {
    const lead = found[each]!
    let share = 0
    for (const tag of leads.tags[lead]!) share += shares[tag]!
    scores[lead]! *= 1 + TOPIC * Math.min(1, share)
  }
}

// Found by looking once at each: there may be many thousands.
function bestOf(found: Int32Array, scores: Float32Array, count: number) {
  const best: number[] = []
  const order = (a: number, b: number) => scores[b]! - scores[a]! || a - b
  for (let each = 0; each < found.length; each++) {
    const lead = found[each]!
    if (best.length === count && order(lead, best[count - 1]!) > 0) continue
    best.push(lead)
    best.sort(order)
    best.length = Math.min(best.length, count)
  }
  return best
}

// Takes leads, and how many of the words each has: of those with none the best are enough.
function withoutMostClose(found: Int32Array, said: Uint8Array, scores: Float32Array) {
  const close = thoseThat((lead) => said[lead] === 0, found)
  const others = thoseThat((lead) => said[lead]! > 0, found)
  return Int32Array.from([...others, ...bestOf(close, scores, ENOUGH)])
}
