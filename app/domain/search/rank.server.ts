import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { FALLBACKS, LANGS } from '../languages.ts'
import type { Columns } from './columns.server.ts'
import { type Noted, noteRows } from './noted.server.ts'
import type { Index, Plan } from './plan.server.ts'
import { readLists } from './postings.server.ts'
import { raritiesOf } from './rarity.server.ts'
import { bitsOf } from './row.server.ts'

/**
 * The leads that were found, not in order; by the number of a lead, how well, by which of its rows (by
 * its place in `noted`), how many of the words it has, and whether all. No object for each: there may
 * be fifty thousand.
 */
export type Ranked = {
  found: number[]
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

function bestRows(columns: Columns, { words, needles }: Plan, noted: Noted, told: Told): Ranked {
  const { rarities, bonus, without, ranks } = told
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0)
  const close = Uint8Array.from(needles, (needle) => Number(needle.close ?? false))
  const scores = new Float32Array(columns.leads.ids.length)
  const most = new Uint8Array(columns.leads.ids.length)
  const places = new Int32Array(columns.leads.ids.length)
  const found: number[] = []
  for (let place = 0; place < noted.size; place++) {
    const at = noted.rows[place]!
    const lead = columns.lead[at]!
    if (without[lead]) continue
    let sum = 0
    let share = 0
    let hits = 0
    let missing = false
    for (let word = 0; word < words.length; word++) {
      const strength = noted.weights[word]![place]!
      if (strength > 0) {
        sum += rarities[word]! * strength
        const isClose = close[noted.by[word]![place]!]
        share += isClose ? CLOSE * rarities[word]! : rarities[word]!
        if (!isClose) hits++
      } else if (words[word]!.required) missing = true
    }
    if (missing) continue
    share /= total
    const part = columns.reply[at] ? REPLY : 1
    const near = bonus.size > 0 ? (bonus.get(at) ?? 0) : 0
    const own = ranks[columns.lang[at]!]!
    const score = Math.fround(part * ((sum / total) * (0.25 + 0.75 * share) + near) + own)
    if (scores[lead] === 0) found.push(lead)
    if (hits > most[lead]!) most[lead] = hits
    // Of equal rows the first.
    if (score < scores[lead]! || (score === scores[lead] && at > noted.rows[places[lead]!]!))
      continue
    scores[lead] = score
    places[lead] = place
  }
  const whole = new Uint8Array(most.length)
  for (const lead of found) whole[lead] = Number(most[lead] === words.length)
  return {
    found: enough(found, scores, most, words.length),
    scores,
    places,
    said: most,
    whole,
    noted,
  }
}

function addTopics({ leads, names }: Columns, { found, scores }: Ranked) {
  const best = bestOf(found, scores, BEST)
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
function bestOf(found: number[], scores: Float32Array, count: number) {
  const best: number[] = []
  const order = (a: number, b: number) => scores[b]! - scores[a]! || a - b
  for (const lead of found) {
    if (best.length === count && order(lead, best[count - 1]!) > 0) continue
    best.push(lead)
    best.sort(order)
    best.length = Math.min(best.length, count)
  }
  return best
}

// Takes leads, and how many of the words each has.
function enough(found: number[], scores: Float32Array, hits: Uint8Array, words: number) {
  const whole = found.filter((lead) => hits[lead] === words)
  if (whole.length >= ENOUGH) return whole
  const half = found.filter((lead) => hits[lead]! * 2 >= words)
  if (half.length >= 2 * ENOUGH) return half
  const said = found.filter((lead) => hits[lead]! > 0)
  const close = found.filter((lead) => hits[lead] === 0)
  return [...said, ...bestOf(close, scores, ENOUGH)]
}
