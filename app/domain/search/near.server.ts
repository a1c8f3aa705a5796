import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { withoutArticle } from './arabic.server.ts'
import { foldWord, tokens } from './text.server.ts'

const SHORTEST = 4
const LONGEST = 24

/** Below this a word has too many neighbours for a slip of the finger to be told from a word. */
export const SHORTEST_CORRECTED = 5

/**
 * Takes texts that the index holds, keeps their words so that mistyped ones find them (symmetric
 * deletion, after Garbe's SymSpell). Takes the transaction of the change itself.
 */
export async function rememberWords(trx: Db, texts: string[]) {
  const words = wordsOf(texts)
  if (words.length === 0) return
  const { rows } = await sql<{ word: string }>`
    select value as word from json_each(${JSON.stringify(words)})
    where not exists (select 1 from search_near where cut = value and word = value)`.execute(trx)
  const pairs = rows.flatMap(({ word }) => [word, ...cutsOf(word)].map((cut) => [cut, word]))
  await sql`insert or ignore into search_near (cut, word)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)})`.execute(trx)
}

/** The words of texts that are long enough to be mistyped, folded, also without their article; each once. */
export function wordsOf(texts: string[]) {
  const surfaces = new Set([...new Set(texts)].flatMap(tokens).map(({ surface }) => surface))
  const words = [...surfaces].map(foldWord).flatMap((word) => [word, ...withoutArticle(word)])
  return [...new Set(words.filter(isWord))]
}

/** Words that may be meant by a mistyped one: `slips` are one slip away, `far` hardly more. */
export async function nearWords(db: Db, typed: string) {
  const word = foldWord(typed)
  if (!isWord(word)) return { slips: [], far: [] }
  const cuts = JSON.stringify([word, ...cutsOf(word)])
  const { rows } = await sql<{ word: string }>`select distinct word from search_near
    where cut in (select value from json_each(${cuts})) and word <> ${word}`.execute(db)
  const words = rows.map((row) => row.word)
  const slips = words.filter((one) => isOneSlip(one, word))
  return { slips, far: words.filter((one) => !slips.includes(one)) }
}

/** Whether one letter was typed wrong, left out, doubled, or swapped with the next. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = (letters: string[], from: number) => letters.slice(from).join('')
  if (short.length < long.length) return rest(short, at) === rest(long, at + 1)
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at]
  return rest(short, at + 1) === rest(long, at + 1) || (swapped && rest(short, at + 2) === rest(long, at + 2)) // prettier-ignore
}

function isWord(word: string) {
  return word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}+$/u.test(word)
}

function cutsOf(word: string) {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}
