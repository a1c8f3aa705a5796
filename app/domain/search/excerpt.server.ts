import type { Term } from './match.server.ts'
import { forms } from './stem.server.ts'
import { type Token, tokens } from './text.server.ts'

/** A piece of the source text; `mark` when it is a word the query found. */
export type Segment = { text: string; mark: boolean }

type Hit = Token & { term: number }
type Span = { start: number; end: number }

const ELLIPSIS: Segment = { text: '…', mark: false }

/** Gives the place of the first term that finds a word as written, or -1. */
export type Finder = (surface: string) => number

/** Takes a text, gives the whole of it cut in segments, the words found marked. */
export function markAll(text: string, find: Finder): Segment[] {
  return segments(text, { start: 0, end: text.length }, hitsOf(tokens(text), find))
}

/**
 * Takes a text, gives about `length` characters of it where most of the terms
 * stand together (its beginning when none does), cut between words, an ellipsis where cut.
 */
export function excerpt(source: string, find: Finder, length = 220): Segment[] {
  const words = tokens(source)
  const hits = hitsOf(words, find)
  const span = aroundSpan(source, words, bestSpan(hits, length), length)
  return [
    ...(span.start > 0 ? [ELLIPSIS] : []),
    ...segments(source, span, hits),
    ...(span.end < source.trimEnd().length ? [ELLIPSIS] : []),
  ]
}

function hitsOf(words: Token[], find: Finder): Hit[] {
  return words.flatMap((word) => {
    const term = find(word.surface)
    return term < 0 ? [] : { ...word, term }
  })
}

/** What finds any of some terms; it knows again the words that it was asked for. */
export function finderOf(terms: Term[]): Finder {
  const exact = new Map<string, number>()
  for (const [at, term] of terms.entries()) {
    for (const form of term.exact) if (!exact.has(form)) exact.set(form, at)
  }
  const prefixes = terms.flatMap((term, at) => term.prefixes.map((prefix) => ({ prefix, at })))
  const none = terms.length
  const places = new Map<string, number>()
  return (surface) => {
    const known = places.get(surface)
    if (known !== undefined) return known
    let first = none
    for (const form of forms(surface)) {
      first = Math.min(first, exact.get(form) ?? none)
      for (const { prefix, at } of prefixes) if (at < first && form.startsWith(prefix)) first = at
    }
    const place = first === none ? -1 : first
    places.set(surface, place)
    return place
  }
}

function bestSpan(hits: Hit[], length: number): Span {
  let best: Span & { score: number } = { start: 0, end: 0, score: 0 }
  let from = 0
  const counts = new Map<number, number>()
  for (const [index, hit] of hits.entries()) {
    counts.set(hit.term, (counts.get(hit.term) ?? 0) + 1)
    for (let first = hits[from]; first && hit.end - first.start > length; first = hits[++from]) {
      const left = (counts.get(first.term) ?? 0) - 1
      if (left > 0) counts.set(first.term, left)
      else counts.delete(first.term)
    }
    // Different words first, then how many.
    const score = counts.size * hits.length + (index - from)
    const start = hits[from]?.start ?? hit.start
    if (score > best.score) best = { start, end: hit.end, score }
  }
  return best
}

// Spreads what is left of `length` on both sides, more after than before, between words.
function aroundSpan(source: string, words: Token[], hit: Span, length: number): Span {
  const spare = Math.max(0, length - (hit.end - hit.start))
  const latest = Math.max(0, source.length - length)
  const wished = Math.min(Math.max(0, hit.start - Math.floor(spare / 3)), latest)
  const first = wished === 0 ? undefined : words.find((word) => word.start >= wished)
  const start = first ? Math.min(first.start, hit.start) : 0
  const limit = start + length
  if (limit >= source.length) return { start, end: source.length }
  const last = words.findLast((word) => word.start >= start && word.end <= limit)
  return { start, end: last?.end ?? wholeCharacters(source, limit) }
}

// One endless «word» has to be cut somewhere: not inside a surrogate pair.
function wholeCharacters(source: string, limit: number) {
  return /[\uDC00-\uDFFF]/.test(source.charAt(limit)) ? limit - 1 : limit
}

function segments(source: string, { start, end }: Span, hits: Hit[]): Segment[] {
  const pieces: Segment[] = []
  let at = start
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue
    pieces.push({ text: source.slice(at, hit.start), mark: false })
    pieces.push({ text: source.slice(hit.start, hit.end), mark: true })
    at = hit.end
  }
  pieces.push({ text: source.slice(at, end), mark: false })
  return pieces.filter(({ text }) => text !== '')
}
