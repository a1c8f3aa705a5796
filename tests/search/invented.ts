import { indexItems } from '#app/domain/search/index.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { ALPHABET } from '#db/id.ts'
import { insert, randomFrom } from '../support/forum.ts'
import { createVocabulary, type Lang } from './vocabulary.ts'

/** A word found in about this share of the items is very common. */
const COMMON = 0.3

const LENGTHS = { title: 7, summary: 20, body: 75, reply: 30 }
const KINDS = ['practice', 'practice', 'practice', 'tool', 'challenge', 'thread', 'post'] as const
const BATCH = 500

/**
 * A forum whose texts follow Zipf's law: the words of the judged items by how often they stand
 * there, then made ones, the r-th word as often as 1/r. Always the same. The reference data must
 * be loaded.
 */
export function createInvented() {
  const random = randomFrom(11)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const id = () => Array.from({ length: 12 }, () => pick([...ALPHABET])).join('')
  const { vocabulary, draw } = createVocabulary(random)
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
