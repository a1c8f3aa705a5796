import { contentWords } from './match.server.ts'
import { isOneSlip, SHORTEST_CORRECTED, slipsOf, soundingLike } from './near.server.ts'
import { occurringOf } from './occurring.server.ts'
import type { Index } from './plan.server.ts'
import { spelledAlike } from './sounds.server.ts'
import { forms } from './stem.server.ts'
import { foldWord } from './text.server.ts'

const MOST = 5
const SHORTEST_PART = 3

/**
 * What a word that nothing has was probably meant to be: one slip away from it, else said alike. Words
 * that the viewer may read, and names that the thesaurus knows: those find in other languages.
 */
export async function corrections(index: Index, surface: string): Promise<string[]> {
  const typed = foldWord(surface)
  if ([...typed].length < SHORTEST_CORRECTED) return []
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
  if (!/^\p{L}+$/u.test(word) || word.length < 2 * SHORTEST_PART) return []
  const cuts = Array.from({ length: word.length - 2 * SHORTEST_PART + 1 }, (_, at) => [
    word.slice(0, at + SHORTEST_PART),
    word.slice(at + SHORTEST_PART),
  ]).filter((parts) => contentWords(parts).length > 0)
  const known = new Set([...(await occurringOf(index, cuts.flat())), ...index.thesaurus.words])
  const found = cuts.filter((parts) => parts.every((part) => known.has(part)))
  return found.sort((a, b) => unevenness(a) - unevenness(b))[0] ?? []
}

function unevenness([left, right]: string[]) {
  return Math.abs(left!.length - right!.length)
}
