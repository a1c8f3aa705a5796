import { LANGS } from '../languages.ts'
import type { Columns } from './columns.server.ts'
import { LIGHT_WORDS } from './light-words.server.ts'
import type { Noted } from './noted.server.ts'
import type { Index } from './opened.server.ts'
import type { Plan } from './plan.server.ts'
import { foldWord } from './text.server.ts'

// A word of a language that little is written in is not rare for that: but of a few texts, one or two
// tell nothing either.
const FEW = 20

// What the vocabulary has a name for is what is looked for, but for what is done to anything (fight,
// improve); what it has none for is often only said.
const NAMED = 1.3

// A law has two numbers (31-13), which together tell as much as a word, and each stands in any text.
const NUMBER = 0.5

/** How much it tells that something is said: the rarer among what a viewer may see, the more. */
export function rarity(total: number, count: number) {
  return count === 0 ? 0.5 * Math.log(1 + total) + 0.5 : Math.log(1 + total / count) + 0.5
}

/**
 * How much each word of a plan tells. Takes the rows that have any of them. It is rare by the
 * language in which it is least so: among all, an English word would be rare for being English. What
 * is only close to it does not make it common.
 */
export function raritiesOf(
  { columns, written, total }: Index,
  { needles, words }: Plan,
  noted: Noted,
) {
  const isSought = (word: number) =>
    !LIGHT_WORDS.has(foldWord(words[word]!.typed)) &&
    needles.some((needle) => needle.through && needle.words.includes(word))
  const isNumber = (word: number) => /^\d+$/.test(foldWord(words[word]!.typed))
  return words.map((_, word) => {
    const { all, by } = countLeads(columns, noted, noted.by[word]!)
    const shares = by.map((count, lang) => count / (written[lang]! + FEW))
    const told = all === 0 ? rarity(total, 0) : rarity(1, Math.max(all / total, ...shares))
    if (words.length === 1) return told
    if (isNumber(word)) return NUMBER * told
    return isSought(word) ? NAMED * told : told
  })
}

// In all, and by the languages of the rows that have a word. Takes by which needle each has it.
function countLeads(
  { lead, lang, leads }: Columns,
  { size, rows, close }: Noted,
  needles: Int16Array,
) {
  const langs = new Uint8Array(leads.ids.length)
  const by = LANGS.map(() => 0)
  let all = 0
  for (let place = 0; place < size; place++) {
    const needle = needles[place]!
    if (needle < 0 || close[needle]) continue
    const at = rows[place]!
    const bit = 1 << lang[at]!
    const before = langs[lead[at]!]!
    if (before & bit) continue
    langs[lead[at]!] = before | bit
    by[lang[at]!]!++
    if (before === 0) all++
  }
  return { all, by }
}
