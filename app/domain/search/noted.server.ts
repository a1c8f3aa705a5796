import type { Columns } from './columns.server.ts'
import type { Needle } from './needles.server.ts'
import type { Index } from './opened.server.ts'
import type { Plan } from './plan.server.ts'
import { bitsOf, type Column, COLUMNS } from './row.server.ts'

/**
 * The rows that have any of the words, each at its own place from 0 on: on a forum of a million rows,
 * what few of them have is looked for among those few. Beside them, how many of the words each has, not
 * counting what is only close to one; and by the number of a word, how well each has it, in which
 * columns, and by which needle (-1: by none). `close` is by the number of a needle.
 */
export type Noted = {
  size: number
  rows: Int32Array
  hits: Uint8Array
  close: Uint8Array
  weights: Float32Array[]
  columns: Uint8Array[]
  by: Int16Array[]
}

// Where a word stands says how much it tells; a further place adds less. FTS5's own bm25 is not used:
// it weighs words by rows that the viewer may not see too.
const WEIGHTS: Record<Column, number> = { title: 5, tags: 2, place: 2, summary: 2, body: 1 } // prettier-ignore
const HALF = 2

/** The rows that the needles of a plan find, of those the viewer may know of. */
export function noteRows({ columns, seen }: Index, { needles, words }: Plan): Noted {
  const postings = needles.reduce((sum, needle) => sum + needle.postings.rows.length, 0)
  const most = Math.min(columns.size, postings)
  const noted: Noted = {
    size: 0,
    rows: new Int32Array(most),
    hits: new Uint8Array(most),
    close: Uint8Array.from(needles, ({ close }) => (close ? 1 : 0)),
    weights: words.map(() => new Float32Array(most)),
    columns: words.map(() => new Uint8Array(most)),
    by: words.map(() => new Int16Array(most).fill(-1)),
  }
  const places = takePlaces(columns.size)
  const surestFirst = [...needles.entries()].sort(([, a], [, b]) => b.factor - a.factor)
  const notes = { columns, seen, noted, places }
  for (const [at, needle] of surestFirst) {
    for (const word of needle.words) note(notes, needle, at, word)
  }
  for (let place = 0; place < noted.size; place++) places[noted.rows[place]!] = 0
  kept = places
  saturate(noted)
  return noted
}

// Where each row is noted, and one; empty between searches.
let kept = new Int32Array(0)

function takePlaces(size: number) {
  const places = kept.length < size ? new Int32Array(2 * size) : kept
  kept = new Int32Array(0)
  return places
}

type Notes = { columns: Columns; seen: Uint8Array; noted: Noted; places: Int32Array }

// A column counts once for a word, by the surest way in which it has it.
function note(
  { columns, seen, noted, places }: Notes,
  needle: Needle,
  index: number,
  word: number,
) {
  const { postings, factor, close } = needle
  const [weights, said, by] = [noted.weights[word]!, noted.columns[word]!, noted.by[word]!]
  const { lead: leads, base } = columns
  const { rows, columns: found } = postings
  for (let each = 0; each < rows.length; each++) {
    const at = rows[each]! - base
    const lead = leads[at] ?? -1
    if (lead < 0 || !seen[lead]) continue
    if (places[at] === 0) {
      noted.rows[noted.size] = at
      places[at] = ++noted.size
    }
    const place = places[at]! - 1
    const before = said[place]!
    const added = found[each]! & ~before
    if (added === 0) continue
    if (before === 0) {
      by[place] = index
      if (!close) noted.hits[place]!++
    }
    said[place] = before | added
    weights[place]! += factor * weightOf(added, columns, lead)
  }
}

// Under one topic alone an item is wholly about it, under four for a quarter.
function weightOf(places: number, { leads }: Columns, lead: number) {
  const all = WEIGHT_OF[places]!
  if (!(places & TAGS)) return all
  const tags = leads.tags[lead]!.length
  return tags > 1 ? all - WEIGHTS.tags * (1 - 1 / tags) : all
}

const TAGS = bitsOf('tags')

const WEIGHT_OF = Array.from({ length: 1 << COLUMNS.length }, (_, bits) =>
  COLUMNS.reduce((sum, name, at) => sum + ((bits >> at) & 1) * WEIGHTS[name], 0),
)

function saturate({ size, weights }: Noted) {
  for (const each of weights) {
    for (let place = 0; place < size; place++) each[place]! /= each[place]! + HALF
  }
}
