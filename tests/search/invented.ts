import { indexItems } from '#app/domain/search/index.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { ALPHABET } from '#db/id.ts'
import samples from '#db/sample/practices.json'
import { insert, randomFrom } from '../support/forum.ts'
import { items } from './judged.ts'

/** A word found in about this share of the items is very common. */
const COMMON = 0.3

const MADE_WORDS = 20_000
const LENGTHS = { title: 7, summary: 20, body: 75, reply: 30 }
const KINDS = ['practice', 'practice', 'practice', 'tool', 'challenge', 'thread', 'post'] as const
const BATCH = 500

type Lang = 'ar' | 'fr'

/**
 * A forum whose texts follow Zipf's law: the words of the judged items by how often they stand
 * there, then made ones, the r-th word as often as 1/r. Always the same. The reference data must
 * be loaded.
 */
export function createInvented() {
  const random = randomFrom(11)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const id = () => Array.from({ length: 12 }, () => pick([...ALPHABET])).join('')
  const vocabulary = { ar: wordsBelow('ar', pick), fr: wordsBelow('fr', pick) }
  const draw = { ar: zipf(vocabulary.ar, random), fr: zipf(vocabulary.fr, random) }
  const codes = column('select code from collectivity')
  const tags = column('select id from tag')
  const threads: string[] = []
  const bodies: string[][] = []
  const holders = new Map<string, number>()
  let count = 0

  return { vocabulary, pick, bodies, growTo, common }

  /** Adds items until there are so many. */
  async function growTo(size: number) {
    while (count < size) {
      const made = write(Math.min(BATCH, size - count))
      await db.transaction().execute((trx) => indexItems(trx, made))
    }
    sqlite.exec('analyze')
  }

  /** The word of four letters or more that is found in the share of items nearest to `COMMON`. */
  function common() {
    const far = (word: string) => Math.abs(holders.get(word)! / count - COMMON)
    return [...holders.keys()].reduce((best, word) => (far(word) < far(best) ? word : best))
  }

  function write(amount: number) {
    return sqlite.transaction(() => Array.from({ length: amount }, writeItem))()
  }

  function writeItem() {
    const kind = threads.length > 0 ? pick(KINDS) : 'thread'
    const lang: Lang = random() < 0.6 ? 'ar' : 'fr'
    const at = new Date(Date.UTC(2025, 0, 1) + count * 60_000).toISOString()
    const thread_id = kind === 'post' ? pick(threads) : null
    const item = { id: id(), kind, lang, state: 'published', thread_id, created_at: at, published_at: at } // prettier-ignore
    insert('item', item)
    writeTexts(item)
    writeKind(item)
    count++
    return item.id
  }

  function writeTexts({ id: item_id, kind, lang }: { id: string; kind: string; lang: Lang }) {
    const words = (most: number) =>
      Array.from({ length: Math.ceil(most * (0.5 + random())) }, draw[lang])
    const reply = kind === 'post'
    const title = reply ? [] : words(LENGTHS.title)
    const summary = reply ? [] : words(LENGTHS.summary)
    const body = words(reply ? LENGTHS.reply : LENGTHS.body)
    const texts = { title: title.join(' ') || null, summary: summary.join(' ') || null }
    insert('item_text', { item_id, lang, ...texts })
    insert('section', { item_id, lang, name: 'body', source: markdown(body), html: '', renderer: 1 }) // prettier-ignore
    for (const word of new Set([...title, ...summary, ...body])) {
      if (word.length > 3) holders.set(word, (holders.get(word) ?? 0) + 1)
    }
    if (count % 50 === 0) bodies.push(body)
  }

  // Every second one is plain, as many are: marks take longer to read.
  function markdown([first, ...others]: string[]) {
    if (count % 2) return [first, ...others].join(' ')
    const third = Math.ceil(others.length / 3)
    return `**${first}** ${others.slice(0, third).join(' ')}\n\n- ${others.slice(third).join(' ')}`
  }

  function writeKind({ id: item_id, kind }: { id: string; kind: string }) {
    if (kind === 'post') return
    if (kind === 'thread') {
      insert('thread', { item_id, form: 'question' })
      threads.push(item_id)
    } else if (kind === 'challenge') {
      insert('challenge', { item_id })
      insert('challenge_face', { challenge_id: item_id, collectivity_code: pick(codes) })
    } else {
      insert('practice', { item_id, collectivity_code: pick(codes), stage: 'running' })
    }
    insert('item_tag', { item_id, tag_id: pick(tags) })
  }
}

function column(source: string) {
  return sqlite.prepare<[], string>(source).pluck().all()
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
