import { contentWords } from './match.server.ts'
import { isOneSlip, isWord, LONGEST, SHORTEST, SHORTEST_CORRECTED, slipsOf, soundingLike, wordsAmong } from './near.server.ts' // prettier-ignore
import { occurringOf } from './occurring.server.ts'
import type { Index } from './opened.server.ts'
import { spelledAlike } from './sounds.server.ts'
import { forms } from './stem.server.ts'
import { foldWord } from './text.server.ts'

const MOST = 5

/**
 * What a word that nothing has was probably meant to be: one slip away from it, else said alike. Words
 * that the viewer may read, and names that the thesaurus knows: those find in other languages.
 */
export async function corrections(index: Index, surface: string): Promise<string[]> {
  const typed = foldWord(surface)
  if ([...typed].length < SHORTEST_CORRECTED || !isWord(typed)) return []
  const slips = await occurringOf(index, await slipsOf(index.db, surface))
  const named = index.thesaurus.words.filter((word) => isOneSlip(word, typed))
  const slipped = [...new Set([...slips, ...named])]
  const used = slipped.length > 0 ? slipped : await likeSounding(index, surface)
  // Its own plural is no correction of a word: its stem finds that.
  if (used.some((word) => forms(word).some((form) => forms(surface).includes(form)))) return []
  return used.slice(0, MOST)
}

async function likeSounding(index: Index, surface: string) {
  const alike = new Set(spelledAlike(foldWord(surface)))
  const named = index.thesaurus.words.filter((word) => alike.has(word))
  const found = await occurringOf(index, await soundingLike(index.db, surface))
  return [...new Set([...found, ...named])]
}

/**
 * The two words of one that nothing has, where no space was typed between them: words that the viewer may
 * read, or that the thesaurus knows; the more alike in length the better. None when there are no such.
 */
export async function partsOf(index: Index, surface: string): Promise<string[]> {
  const word = foldWord(surface)
  if (!/^\p{L}+$/u.test(word) || word.length < 2 * SHORTEST || word.length > 2 * LONGEST) return []
  const cuts = Array.from({ length: word.length - 2 * SHORTEST + 1 }, (_, at) => [
    word.slice(0, at + SHORTEST),
    word.slice(at + SHORTEST),
  ]).filter((parts) => contentWords(parts).length > 0)
  // Looked up first: few of these are words, and where a common one stands takes long to read.
  const words = new Set([...(await wordsAmong(index.db, cuts.flat())), ...index.thesaurus.words])
  const likely = cuts.filter((parts) => parts.every((part) => words.has(part)))
  const known = new Set([...(await occurringOf(index, likely.flat())), ...index.thesaurus.words])
  const found = likely.filter((parts) => parts.every((part) => known.has(part)))
  return found.sort((a, b) => unevenness(a) - unevenness(b))[0] ?? []
}

function unevenness([left, right]: string[]) {
  return Math.abs(left!.length - right!.length)
}
