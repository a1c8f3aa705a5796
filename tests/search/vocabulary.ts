import samples from '#db/sample/practices.json'
import { items } from './judged.ts'

export type Lang = 'ar' | 'fr'

const MADE_WORDS = 20_000

/**
 * The words of the judged items by how often they stand there, then made ones; `draw` gives the r-th
 * of them as often as 1/r (Zipf's law).
 */
export function createVocabulary(random: () => number) {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const vocabulary = { ar: wordsBelow('ar', pick), fr: wordsBelow('fr', pick) }
  const draw = { ar: zipf(vocabulary.ar, random), fr: zipf(vocabulary.fr, random) }
  return { vocabulary, draw }
}

// Most used first.
function wordsBelow(lang: Lang, pick: (list: readonly string[]) => string) {
  const texts = [
    ...samples.flatMap((one) => [one[`title_${lang}`], one[`summary_${lang}`]]),
    ...items.flatMap(({ texts }) => Object.values(texts[lang] ?? {})),
  ]
  const counts = new Map<string, number>()
  for (const word of texts
    .join(' ')
    .toLowerCase()
    .match(/\p{L}+/gu)!) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const real = [...counts].toSorted((a, b) => b[1] - a[1]).map(([word]) => word)
  const made = Array.from({ length: MADE_WORDS }, () => madeWord(lang, pick))
  return [...new Set([...real, ...made])]
}

const ROOTS = [...'بتجحخدرزسشصطعفقكلمنه']
const PATTERNS = ['م12و3', 'ت12ي3', '1ا2ي3', 'است12ا3', '12ا3ة', 'م1ا2ي3', 'ال12و3', 'ان1ي2ا3']
const SYLLABLES = 'ba cho dra fi gor lam mi nou pel ra sti tan vo zu ber cla dol fra'.split(' ')
const ENDINGS = ['', 's', 'tion', 'ment', 'age', 'eux', 'ière', 'ité']

function madeWord(lang: Lang, pick: (list: readonly string[]) => string) {
  if (lang === 'ar') return pick(PATTERNS).replace(/\d/g, () => pick(ROOTS))
  return pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES) + pick(ENDINGS)
}

function zipf(words: string[], random: () => number) {
  let sum = 0
  const reached = words.map((_, index) => (sum += 1 / (index + 1)))
  return () => {
    const at = random() * sum
    let [low, high] = [0, words.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (reached[middle]! < at) low = middle + 1
      else high = middle
    }
    return words[low]!
  }
}
