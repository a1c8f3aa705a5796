import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { withoutArticle } from './arabic.server.ts'
import { spelledAlike } from './sounds.server.ts'
import { foldWord, tokens } from './text.server.ts'

/** The shortest words that are kept to be looked up. */
export const SHORTEST = 4
export const LONGEST = 24

/** Below this a word has too many neighbours for a slip of the finger to be told from a word. */
export const SHORTEST_CORRECTED = 5

/**
 * Takes texts that the index holds, keeps their words so that mistyped ones find them. Takes the
 * transaction of the change itself.
 */
export async function rememberWords(trx: Db, texts: string[]) {
  const words = JSON.stringify(wordsOf(texts))
  await sql`insert or ignore into search_word (word) select value from json_each(${words})`.execute(
    trx,
  )
}

/** The words of texts that are long enough to be mistyped, folded, also without their article; each once. */
export function wordsOf(texts: string[]) {
  const surfaces = new Set([...new Set(texts)].flatMap(tokens).map(({ surface }) => surface))
  const words = [...surfaces].map(foldWord).flatMap((word) => [word, ...withoutArticle(word)])
  return [...new Set(words.filter(isWord))]
}

/** Words of the index from which a typed one is one slip away. */
export async function slipsOf(db: Db, typed: string) {
  const word = foldWord(typed)
  if (!isWord(word)) return []
  return wordsAmong(db, oneSlipFrom(word))
}

/** Words of the index that sound like a typed one, however they are spelled. */
export async function soundingLike(db: Db, typed: string) {
  const word = foldWord(typed)
  return isWord(word) ? wordsAmong(db, spelledAlike(word)) : []
}

/** The same, and words that begin alike and differ by one letter more at another place. */
export async function nearWords(db: Db, typed: string) {
  const word = foldWord(typed)
  if (!isWord(word)) return []
  const begin = word.slice(0, 2)
  const { rows } = await sql<{ word: string }>`select word from search_word
    where word >= ${begin} and word < ${`${begin}\u{10ffff}`} and word <> ${word}
    and length(word) between ${word.length - 1} and ${word.length + 1}`.execute(db)
  const cuts = new Set([word, ...cutsOf(word)])
  const alike = rows.filter((row) => [row.word, ...cutsOf(row.word)].some((cut) => cuts.has(cut)))
  return [...new Set([...(await slipsOf(db, typed)), ...alike.map((row) => row.word)])]
}

/** Whether one letter was typed wrong, left out, doubled, or swapped with the next. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2 || differsIn(a, b) > MOST_SLIPPED) return false
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = (letters: string[], from: number) => letters.slice(from).join('')
  if (short.length < long.length) return rest(short, at) === rest(long, at + 1)
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at]
  return rest(short, at + 1) === rest(long, at + 1) || (swapped && rest(short, at + 2) === rest(long, at + 2)) // prettier-ignore
}

// Two letters, each of which may be written as two.
const MOST_SLIPPED = 4

// How long the part is in which two words differ: nearly all do in more than a slip changes, and to take
// them apart into letters would take much longer.
function differsIn(a: string, b: string) {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  let begin = 0
  while (begin < shorter && a.charCodeAt(begin) === b.charCodeAt(begin)) begin++
  let end = 0
  while (
    end < shorter - begin &&
    a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)
  )
    end++
  return longer - begin - end
}

/** The words of these that the index has, whoever may read them. */
export async function wordsAmong(db: Db, words: string[]) {
  const { rows } = await sql<{ word: string }>`select word from search_word
    where word in (select value from json_each(${JSON.stringify(words)}))`.execute(db)
  return rows.map((row) => row.word)
}

/** Whether a folded word is of those that are kept to be looked up: letters alone, neither few nor many. */
export function isWord(word: string) {
  return word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word)
}

// Folded, as the words are. A letter of another script is no slip of the finger.
const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'ءابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥ',
]

// Some hundreds, of which few are words: a look at each takes less than to keep with every word
// all that may become of it, ten rows on as many pages of the file for each new one.
function oneSlipFrom(word: string) {
  const alphabet = ALPHABETS.find((letters) => letters.includes(word[0]!)) ?? ''
  const found = new Set(cutsOf(word))
  for (let at = 0; at <= word.length; at++) {
    const [before, here = '', next = ''] = [word.slice(0, at), word[at], word[at + 1]]
    const after = word.slice(at + 1)
    found.add(before + next + here + word.slice(at + 2))
    for (const letter of alphabet) {
      found.add(before + letter + here + after)
      found.add(before + letter + after)
    }
  }
  found.delete(word)
  return [...found]
}

function cutsOf(word: string) {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}
