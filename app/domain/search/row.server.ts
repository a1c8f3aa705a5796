import { createHash } from 'node:crypto'
import type { Db } from '#db/client.server.ts'
import { withoutReplies } from '../posts/quotes.ts'
import { plainText } from '../text/markdown.server.ts'
import { byItem, type Facts, factsOf, type OpenItem, openItems } from './facts.server.ts'
import { indexText } from './match.server.ts'
import { placeWords } from './place-words.server.ts'

/** The columns of the full-text index, in its order: each text has a row of its own there. */
export const COLUMNS = ['title', 'tags', 'place', 'summary', 'body'] as const

/** How many columns a row of the index has room for in the numbers of its texts. */
export const ROOM = 8

/** The bits of some columns. */
export function bitsOf(...names: Column[]) {
  return names.reduce((bits, name) => bits | (1 << COLUMNS.indexOf(name)), 0)
}

export type Column = (typeof COLUMNS)[number]

/** What the index holds of one language version of an item. */
export type IndexRow = {
  facts: Version & { fingerprint: string }
  /** The text of each column, as it was written. */
  texts: Record<Column, string>
  /** The forms of each column. */
  forms: Record<Column, string>
}

type Version = Facts & { lang: string; for_members: 0 | 1 }

// Between texts that no phrase may join.
const APART = ' \n '

/**
 * The rows that the index shall hold of these items, one for each language version, and another for
 * its part for members; none when an item is not open to all of its audience. Whatever they are made
 * of is read of all items at once.
 */
export async function indexRows(db: Db, itemIds: string[]): Promise<IndexRow[]> {
  const items = await openItems(db, itemIds)
  if (items.length === 0) return []
  const ids = items.map(({ id }) => id)
  const facts = await factsOf(db, items)
  const codes = [...facts.values()].flatMap(({ collectivity_code }) => collectivity_code ?? [])
  const [tags, places] = [await listLabels(db, ids), await placeWords(db, [...new Set(codes)])]
  const versions = await listVersions(db, ids)
  return items.flatMap((item) => {
    const { id } = item
    const known = facts.get(id)!
    const filed = {
      tags: tags(id)
        .map(({ label }) => label)
        .join(APART),
      place: (places.get(known.collectivity_code ?? '') ?? []).join(APART),
    }
    return versions(item).flatMap(({ lang, title, summary, body, part }) => {
      const whole = rowOf({ ...known, lang, for_members: 0 }, { title, ...filed, summary, body })
      if (!part) return [whole]
      return [whole, rowOf({ ...known, lang, for_members: 1 }, { ...NO_TEXTS, body: part })]
    })
  })
}

const NO_TEXTS = { title: '', tags: '', place: '', summary: '', body: '' }

function rowOf(facts: Version, texts: IndexRow['texts']): IndexRow {
  const entries = COLUMNS.map((name) => [name, indexText(texts[name])])
  const forms = Object.fromEntries(entries) as IndexRow['forms']
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([facts, forms]))
    .digest('base64')
  return { facts: { ...facts, fingerprint: fingerprint.slice(0, 22) }, texts, forms }
}

async function listLabels(db: Db, ids: string[]) {
  const labels = await db
    .selectFrom('item_tag')
    .innerJoin('tag_label', 'tag_label.tag_id', 'item_tag.tag_id')
    .where('item_tag.item_id', 'in', ids)
    .orderBy('tag_label.folded')
    .orderBy('tag_label.label')
    .select(['item_tag.item_id', 'tag_label.label'])
    .execute()
  return byItem(labels)
}

async function listVersions(db: Db, ids: string[]) {
  const texts = await db
    .selectFrom('item_text')
    .where('item_id', 'in', ids)
    .orderBy('lang')
    .select(['item_id', 'lang', 'title', 'summary'])
    .execute()
  const sections = await db
    .selectFrom('section')
    .where('item_id', 'in', ids)
    .orderBy('name')
    .select(['item_id', 'lang', 'name', 'source'])
    .execute()
  const files = await db
    .selectFrom('file')
    .where('item_id', 'in', ids)
    .orderBy('id')
    .select(['item_id', 'title'])
    .execute()
  const [versionsOf, sectionsOf, filesOf] = [byItem(texts), byItem(sections), byItem(files)]
  return ({ id, kind, place, obstacles_readers }: OpenItem) =>
    versionsOf(id).map(({ lang, title, summary }) => {
      const own = sectionsOf(id).filter((section) => section.lang === lang)
      const isPart = ({ name }: { name: string }) =>
        name === 'obstacles' && obstacles_readers === 'network'
      const plain = ({ source }: { source: string }) => plainText(ownText(kind, source))
      const said = [...own.filter((one) => !isPart(one)).map(plain), place ?? '']
      const body = [...said, ...filesOf(id).map((file) => file.title)].filter(Boolean).join(APART)
      const part = own.filter(isPart).map(plain).join(APART)
      return { lang, title: title ?? '', summary: summary ?? '', body, part }
    })
}

/** What an item says itself: a reply's quotations of others are found where they stand. */
export function ownText(kind: OpenItem['kind'], source: string) {
  return kind === 'post' ? withoutReplies(source) : source
}
