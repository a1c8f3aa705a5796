import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import {
  likenessJson,
  type RawLikeness,
  readLikeness,
  speaksFor,
} from '../collectivities/alike.server.ts'
import type { Likeness } from '../collectivities/alike.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import { readable, readablePart } from '../items/visibility.server.ts'
import { SECTIONS } from '../items/items.limits.ts'
import { createShelf } from '../shelf.ts'
import { plainText } from '../text/markdown.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { LANGS } from '../languages.ts'
import { excerpt, type Finder, finderOf, markAll, type Segment } from './excerpt.server.ts'
import type { Plan } from './plan.server.ts'
import { ownText } from './row.server.ts'

/** One row of the index that the query found: the item and version that are shown. */
export type Hit = { lead_id: string; item_id: string; lang: number | null; needles: number[] }

/** An item that was found, with the words marked; `reply` when they stand in one of its replies. */
export type Found = Card & {
  marked: { title: Segment[]; excerpt: Segment[] }
  reply: { id: string; lang: Lang; excerpt: Segment[] } | null
  /** Other names of what was typed, by which it was found. */
  through: { lang: Lang; text: string }[]
  /** In what the collectivity it is from is like one of the viewer's, if it is. */
  likeness: Likeness | null
}

// Where an excerpt is looked for: beyond it the words are found all the same, and not shown.
const LOOKED_THROUGH = 8_000

/** The hits as cards, in their order: texts as they were written, in the version that was found. */
export async function showHits(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  plan: Plan,
  hits: Hit[],
): Promise<Found[]> {
  if (hits.length === 0) return []
  const leads = hits.map((hit) => hit.lead_id)
  const cards = await cardsOf(db, viewer, lang, leads)
  const shown = hits.flatMap((hit) => {
    const card = cards.find(({ id }) => id === hit.lead_id)
    if (!card) return []
    const version = { item_id: hit.item_id, lang: langOf(hit, card) }
    return [{ hit, card, key: keyOf(version) }]
  })
  const keys = shown.map(({ key }) => key)
  const texts = await textsOf(db, viewer, keys)
  const finder = findersOf(plan)
  return shown.map(({ hit, card, key }) => {
    const text = texts.get(key) ?? { title: null, parts: [] }
    return show(card, plan, hit, text, finder(hit.needles))
  })
}

// Who speaks for nobody pays nothing for being told what is like theirs.
async function cardsOf(db: Db, viewer: Viewer, lang: Lang, ids: string[]): Promise<FoundCard[]> {
  const query = cardQuery(db, viewer, lang)
    .where('item.id', 'in', ids)
    .$if(speaksFor(viewer), (qb) => qb.select(likenessJson(viewer, 'place').as('like')) as never)
  const cards = (await listCards(query)) as (Card & { like?: string | null })[]
  return cards.map(({ like, ...card }) => {
    return { ...card, likeness: readLikeness(like ? (JSON.parse(like) as RawLikeness) : null) }
  })
}

type FoundCard = Card & Pick<Found, 'likeness'>

type Text = { title: string | null; parts: { source: string; markdown: boolean }[] }

// Most results are found by the same needles, and say the same words.
function findersOf({ needles }: Plan) {
  const own = needles.filter(({ through, close }) => !through && !close)
  const known = new Map<string, Finder>()
  return (at: number[]) => {
    const key = at.join()
    const find = known.get(key) ?? finderOf([...own, ...at.map((one) => needles[one]!)].map(({ marks }) => marks)) // prettier-ignore
    known.set(key, find)
    return find
  }
}

function show(card: FoundCard, plan: Plan, hit: Hit, text: Text, find: Finder): Found {
  const needles = [...new Set(hit.needles)].map((at) => plan.needles[at]!)
  const words = excerptOf(text, find)
  const through = needles.flatMap((needle) => (needle.through ? [named(needle.through)] : []))
  const lang = langOf(hit, card)
  if (hit.item_id === card.id) {
    const title = markAll(text.title ?? card.title, find)
    return { ...card, lang, marked: { title, excerpt: words }, reply: null, through }
  }
  const marked = { title: markAll(card.title, find), excerpt: [] }
  return { ...card, marked, reply: { id: hit.item_id, lang, excerpt: words }, through }
}

// Found by what it is filed under alone, it is shown in the version that suits the reader.
function langOf({ lang }: Hit, card: Card): Lang {
  return lang === null ? card.lang : LANGS[lang]!
}

function named({ lang, text }: { lang: Lang; text: string }) {
  return { lang, text }
}

// The first part that has the words; else the beginning.
function excerptOf({ parts }: Text, find: Finder): Segment[] {
  let left = LOOKED_THROUGH
  let first: Segment[] | undefined
  for (const { source, markdown } of parts) {
    const looked = source.slice(0, left)
    const words = excerpt(markdown ? plain(looked) : looked, find)
    if (words.some(({ mark }) => mark)) return words
    first ??= words
    left -= looked.length
    if (left <= 0) break
  }
  return first ?? []
}

// The same few texts are found again and again, and to take one apart takes longer than to find it.
const taken = createShelf<string>(4_000_000)

function plain(source: string) {
  const known = taken.get(source)
  if (known !== undefined) return known
  const text = plainText(source)
  taken.set(source, text, 2 * (source.length + text.length))
  return text
}

// Of an item's versions only the one that is shown.
async function textsOf(db: Db, viewer: Viewer, keys: string[]) {
  const ids = keys.map((key) => key.slice(0, key.indexOf(' ')))
  const rows = await db
    .selectFrom('item_text')
    .innerJoin('item', 'item.id', 'item_text.item_id')
    .leftJoin('practice', 'practice.item_id', 'item.id')
    .where('item.id', 'in', ids)
    .where(sql<string>`item_text.item_id || ' ' || item_text.lang`, 'in', keys)
    .where(readable(viewer))
    .select(['item_text.item_id', 'item_text.lang', 'title', 'summary', 'item.kind'])
    .select(sectionsFor(viewer).as('sections'))
    .execute()
  return new Map(
    rows.map(({ kind, title, summary, sections, ...key }) => {
      const parts = readSections(sections).map((source) => ({
        source: ownText(kind, source),
        markdown: true,
      }))
      const lead = summary ? [{ source: summary, markdown: false }] : []
      return [keyOf(key), { title, parts: [...lead, ...parts] }]
    }),
  )
}

function sectionsFor(viewer: Viewer) {
  return sql<string>`(select json_group_array(json_object('name', name, 'source', source))
    from section where section.item_id = item_text.item_id and section.lang = item_text.lang
      and (section.name <> 'obstacles' or ${readablePart(viewer, 'obstacles')}))`
}

// In the order in which one reads them.
function readSections(json: string) {
  const sections = JSON.parse(json) as Pick<Row<'section'>, 'name' | 'source'>[]
  sections.sort((a, b) => SECTIONS.indexOf(a.name) - SECTIONS.indexOf(b.name))
  return sections.map(({ source }) => source)
}

function keyOf({ item_id, lang }: { item_id: string; lang: string }) {
  return `${item_id} ${lang}`
}
