import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { TITLE_MAX } from '../items/items.limits.ts'
import type { Viewer } from '../users/viewer.ts'
import { isOfKind } from './columns.server.ts'
import { inOrderOf } from './found-by.server.ts'
import { contentWords } from './match.server.ts'
import type { Needle } from './needles.server.ts'
import { makePlan } from './plan.server.ts'
import { onlyIn } from './postings.server.ts'
import { rank } from './rank.server.ts'
import { COLUMNS } from './row.server.ts'
import type { FoundKind } from './search.limits.ts'
import { openIndex } from './opened.server.ts'
import { plainly } from './syntax.server.ts'
import { foldWord, tokens } from './text.server.ts'

const MOST = 5
const KINDS: FoundKind[] = ['thread', 'challenge', 'practice', 'tool']

// One word alone says too little of what a title is about.
const FEWEST_WORDS = 2

// What a title reaches that has a little more than half of the words, by how rare they are.
const CLOSE = 0.24

// A text of some length has nearly any word: only titles are compared.
const TITLE = 1 << COLUMNS.indexOf('title')

// What questions are asked with tells nothing of what they are about.
const ASKING = new Set(`
  comment quel quels quelle quelles pourquoi combien quand chez nous vous faire peut faut
  how what which why who when our we you do can
  كيف ماذا لماذا هل متى كم عندنا نحن يمكن
`.trim().split(/\s+/).map(foldWord)) // prettier-ignore

/**
 * The threads, challenges, practices and tools the viewer may read that a title is most like, the
 * likest first: those whose own titles, in any language, say most of its rarer words or other names
 * of them. None rather than a poor one; at most five. Any input will do.
 */
export async function findSimilar(db: Db, viewer: Viewer, lang: Lang, title: string) {
  const words = contentWords(tokens(title.slice(0, TITLE_MAX)).map(({ surface }) => surface))
  const telling = words.filter((word) => !ASKING.has(foldWord(word)))
  if (telling.length < FEWEST_WORDS) return []
  const index = await openIndex(db, viewer)
  const plan = await makePlan(index, plainly(telling.join(' ')))
  const needles = plan.needles.filter(({ close }) => !close).map(inTitles)
  const { found, scores, places, noted } = await rank(index, { ...plan, needles }, lang)
  const said = (place: number) => noted.by.filter((needle) => needle[place]! >= 0).length
  const ids = [...found]
    .filter((lead) => scores[lead]! >= CLOSE && said(places[lead]!) >= FEWEST_WORDS)
    .filter((lead) => isOfKind(index.columns, lead, KINDS))
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, MOST)
    .map((lead) => index.columns.leads.ids[lead]!)
  return listCards(cardQuery(db, viewer, lang).where('item.id', 'in', ids).orderBy(inOrderOf(ids)))
}

function inTitles(needle: Needle): Needle {
  const { rows } = onlyIn(TITLE, needle.postings)
  return { ...needle, postings: { rows, columns: new Uint8Array(rows.length).fill(TITLE) } }
}
