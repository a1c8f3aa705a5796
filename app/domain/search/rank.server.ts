import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { FALLBACKS, LANGS } from '../languages.ts'
import type { Columns } from './columns.server.ts'
import type { Needle } from './needles.server.ts'
import type { Index, Plan } from './plan.server.ts'
import { readLists } from './postings.server.ts'
import { raritiesOf } from './rarity.server.ts'
import { bitsOf, type Column, COLUMNS } from './row.server.ts'

/**
 * The leads that were found, not in order; by the number of a lead, how well, by which of its rows,
 * and whether with all words. No object for each: there may be fifty thousand.
 */
export type Ranked = {
  found: number[]
  scores: Float32Array
  rows: Int32Array
  whole: Uint8Array
}

// Where a word stands says how much it tells; a further place adds less. FTS5's own bm25 is not used:
// it weighs words by rows that the viewer may not see too.
const WEIGHTS: Record<Column, number> = { title: 5, tags: 2, place: 2, summary: 2, body: 1 } // prettier-ignore
const HALF = 2

// With so many results that have all the words, or half of them, those with fewer are only in the way.
const ENOUGH = 20

// A reply is a part of its thread; its words tell less of the whole.
const REPLY = 0.85

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
export async function rank(
  index: Index,
  plan: Plan,
  lang: Lang,
): Promise<Ranked & { by: Int16Array[] }> {
  const { db, columns, seen } = index
  const weights = plan.words.map(() => new Float32Array(columns.size))
  const places = plan.words.map(() => new Uint8Array(columns.size))
  const by = plan.words.map(() => new Int16Array(columns.size).fill(-1))
  const touched = new Uint8Array(columns.size)
  const notes = { columns, seen, weights, places, by, touched }
  const surestFirst = [...plan.needles.entries()].sort(([, a], [, b]) => b.factor - a.factor)
  for (const [at, needle] of surestFirst) note(notes, needle, at)
  const strengths = weights.map(saturated)
  const bonus = await togetherness(db, columns, plan)
  const without = await excluded(db, columns, plan.none)
  const rarities = raritiesOf(index, plan, strengths)
  const ranks = LANGS.map((one) => OWN_LANG * (LANGS.length - FALLBACKS[lang].indexOf(one)))
  const rows: Rows = { touched, strengths, rarities, bonus, without, ranks }
  const ranked = bestRows(columns, plan, rows)
  addTopics(columns, ranked)
  return { ...ranked, by }
}

type Notes = {
  columns: Columns
  seen: Uint8Array
  weights: Float32Array[]
  places: Uint8Array[]
  by: Int16Array[]
  touched: Uint8Array
}

// A column counts once for a word, by the surest way in which it has it.
function note(
  { columns, seen, weights, places, by, touched }: Notes,
  needle: Needle,
  index: number,
) {
  const { postings, factor, words } = needle
  for (let each = 0; each < postings.rows.length; each++) {
    const at = postings.rows[each]! - columns.base
    const lead = columns.lead[at] ?? -1
    if (lead < 0 || !seen[lead]) continue
    touched[at] = 1
    for (const word of words) {
      const added = postings.columns[each]! & ~places[word]![at]!
      if (added === 0) continue
      if (places[word]![at] === 0) by[word]![at] = index
      places[word]![at]! |= added
      weights[word]![at]! += factor * weightOf(added, columns.leads.tags[lead]!.length)
    }
  }
}

// Under one topic alone an item is wholly about it, under four for a quarter.
function weightOf(columns: number, tags: number) {
  const all = WEIGHT_OF[columns]!
  return columns & TAGS && tags > 1 ? all - WEIGHTS.tags * (1 - 1 / tags) : all
}

const TAGS = bitsOf('tags')

const WEIGHT_OF = Array.from({ length: 1 << COLUMNS.length }, (_, bits) =>
  COLUMNS.reduce((sum, name, at) => sum + ((bits >> at) & 1) * WEIGHTS[name], 0),
)

// Each in its place: most rows have none of the words.
function saturated(weights: Float32Array) {
  for (let at = 0; at < weights.length; at++) {
    if (weights[at]! > 0) weights[at]! /= weights[at]! + HALF
  }
  return weights
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

type Rows = {
  touched: Uint8Array
  strengths: Float32Array[]
  rarities: number[]
  bonus: Map<number, number>
  without: Uint8Array
  ranks: number[]
}

function bestRows(columns: Columns, { words }: Plan, rows: Rows): Ranked {
  const { touched, strengths, rarities, bonus, without, ranks } = rows
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0)
  const scores = new Float32Array(columns.leads.ids.length)
  const most = new Uint8Array(columns.leads.ids.length)
  const best = new Int32Array(columns.leads.ids.length)
  const found: number[] = []
  for (let at = 0; at < touched.length; at++) {
    if (!touched[at]) continue
    const lead = columns.lead[at]!
    if (without[lead]) continue
    let sum = 0
    let share = 0
    let hits = 0
    let missing = false
    for (let word = 0; word < words.length; word++) {
      const strength = strengths[word]![at]!
      if (strength > 0) {
        sum += rarities[word]! * strength
        share += rarities[word]!
        hits++
      } else if (words[word]!.required) missing = true
    }
    if (missing) continue
    share /= total
    const part = columns.reply[at] ? REPLY : 1
    const near = bonus.size > 0 ? (bonus.get(at) ?? 0) : 0
    const score = part * ((sum / total) * (0.25 + 0.75 * share) + near) + ranks[columns.lang[at]!]!
    if (scores[lead] === 0) found.push(lead)
    if (hits > most[lead]!) most[lead] = hits
    if (score <= scores[lead]!) continue
    scores[lead] = score
    best[lead] = at
  }
  const whole = new Uint8Array(most.length)
  for (const lead of found) whole[lead] = Number(most[lead] === words.length)
  return { found: enough(found, most, words.length), scores, rows: best, whole }
}

function addTopics({ leads, names }: Columns, { found, scores }: Ranked) {
  const best = bestOf(found, scores)
  const sum = best.reduce((total, lead) => total + scores[lead]!, 0)
  const shares = new Float32Array(names.tag.names.length)
  for (const lead of best) {
    for (const tag of leads.tags[lead]!) shares[tag]! += scores[lead]! / sum
  }
  for (const lead of found) {
    let share = 0
    for (const tag of leads.tags[lead]!) share += shares[tag]!
    scores[lead]! *= 1 + TOPIC * Math.min(1, share)
  }
}

// Found by looking once at each: there may be many thousands.
function bestOf(found: number[], scores: Float32Array) {
  const best: number[] = []
  for (const lead of found) {
    if (best.length === BEST && scores[lead]! <= scores[best[BEST - 1]!]!) continue
    best.push(lead)
    best.sort((a, b) => scores[b]! - scores[a]!)
    best.length = Math.min(best.length, BEST)
  }
  return best
}

// Takes leads, and how many of the words each has.
function enough(found: number[], hits: Uint8Array, words: number) {
  const whole = found.filter((lead) => hits[lead] === words)
  if (whole.length >= ENOUGH) return whole
  const half = found.filter((lead) => hits[lead]! * 2 >= words)
  return half.length >= ENOUGH ? half : found
}
