import { createHash } from 'node:crypto'
import type { Db } from '#db/client.server.ts'
import { withoutReplies } from '../posts/quotes.ts'
import { plainText } from '../text/markdown.server.ts'
import { indexText } from './match.server.ts'

/** The columns of the full-text index, in its order. */
export const COLUMNS = ['title', 'tags', 'place', 'summary', 'body'] as const

type Column = (typeof COLUMNS)[number]

/** What the index holds of one language version of an item. */
export type IndexRow = {
  facts: Awaited<ReturnType<typeof factsOf>> & { lang: string; fingerprint: string }
  /** The text of each column, as it was written. */
  texts: Record<Column, string>
  /** The forms of each column. */
  forms: Record<Column, string>
}

type Item = NonNullable<Awaited<ReturnType<typeof findItem>>>

/**
 * The rows that the index shall hold of an item, one for each language version; none when it is not
 * open to all of its audience: a draft, held, hidden, or a reply in a thread that is. What an item
 * is filed under stands in its own rows; those of a reply only lead to its thread.
 */
export async function indexRows(db: Db, itemId: string): Promise<IndexRow[]> {
  const item = await findItem(db, itemId)
  if (!item || !isOpen(item)) return []
  const facts = await factsOf(db, item)
  const [tags, place] = [await tagWords(db, itemId), await placeWords(db, facts)]
  const versions = await listTexts(db, item)
  return versions.map(({ lang, title, summary, body }) => {
    const texts = { title, tags, place, summary, body }
    const forms = Object.fromEntries(COLUMNS.map((name) => [name, indexText(texts[name])]))
    const known = { ...facts, lang }
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([known, forms]))
      .digest('base64')
    return { facts: { ...known, fingerprint: fingerprint.slice(0, 22) }, texts, forms } as IndexRow
  })
}

function findItem(db: Db, itemId: string) {
  return db
    .selectFrom('item')
    .leftJoin('item as parent', 'parent.id', 'item.thread_id')
    .leftJoin('practice', 'practice.item_id', 'item.id')
    .leftJoin('seat', 'seat.id', 'item.seat_id')
    .where('item.id', '=', itemId)
    .select(['item.id', 'item.kind', 'item.space_id', 'item.thread_id', 'item.author_id'])
    .select(['item.state', 'item.hidden_at', 'item.published_at'])
    .select(['parent.state as parent_state', 'parent.hidden_at as parent_hidden_at'])
    .select(['practice.stage', 'practice.year', 'practice.place'])
    .select((eb) =>
      eb.fn.coalesce('practice.collectivity_code', 'seat.collectivity_code').as('code'),
    )
    .executeTakeFirst()
}

function isOpen({ state, hidden_at, thread_id, parent_state, parent_hidden_at }: Item) {
  const open = ['published', 'archived']
  if (!open.includes(state) || hidden_at) return false
  return thread_id === null || (open.includes(parent_state ?? '') && !parent_hidden_at)
}

async function factsOf(db: Db, item: Item) {
  const { id, kind, space_id, thread_id, published_at, stage, code } = item
  const lead = { item_id: id, lead_id: thread_id ?? id, space_id, published_at }
  if (kind === 'post') return { ...lead, ...NOTHING }
  const place = code ? await findPlace(db, code) : undefined
  return {
    ...lead,
    kind,
    collectivity_code: code,
    region_code: place?.kind === 'region' ? code : (place?.region_code ?? null),
    place_kind: place ? kindOf(place) : null,
    stage,
    year: item.year ?? (Number(published_at?.slice(0, 4)) || null),
    files: await countFiles(db, id),
    principles: await listed(
      db.selectFrom('item_principle').where('item_id', '=', id).select('principle as it'),
    ),
    tags: await listed(db.selectFrom('item_tag').where('item_id', '=', id).select('tag_id as it')),
    authors: await authorsOf(db, item),
  }
}

const NOTHING = {
  kind: null,
  collectivity_code: null,
  region_code: null,
  place_kind: null,
  stage: null,
  year: null,
  files: 0,
  principles: '[]',
  tags: '[]',
  authors: '[]',
}

function findPlace(db: Db, code: string) {
  return db
    .selectFrom('collectivity')
    .where('code', '=', code)
    .select(['kind', 'milieu', 'region_code'])
    .executeTakeFirst()
}

// What one looks for is «a rural commune»; what a prefecture is, is a province in town.
function kindOf({ kind, milieu }: { kind: string; milieu: string | null }) {
  if (kind === 'prefecture') return 'province'
  return kind === 'commune' && milieu ? `${milieu}_commune` : kind
}

async function authorsOf(db: Db, { id, author_id }: Item) {
  const others = db.selectFrom('co_author').where('item_id', '=', id).select('user_id as it')
  const rows = [...(author_id ? [{ it: author_id }] : []), ...(await others.execute())]
  return JSON.stringify(rows.map(({ it }) => it))
}

async function listed(query: { execute: () => Promise<{ it: string }[]> }) {
  const rows = await query.execute()
  return JSON.stringify(rows.map(({ it }) => it).sort())
}

async function countFiles(db: Db, itemId: string) {
  const { count } = await db
    .selectFrom('file')
    .where('item_id', '=', itemId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function tagWords(db: Db, itemId: string) {
  const labels = await db
    .selectFrom('item_tag')
    .innerJoin('tag_label', 'tag_label.tag_id', 'item_tag.tag_id')
    .where('item_tag.item_id', '=', itemId)
    .orderBy('tag_label.folded')
    .orderBy('tag_label.label')
    .select('tag_label.label')
    .execute()
  return labels.map(({ label }) => label).join(' \n ')
}

// The names of a place in all spellings, and of what it lies in.
async function placeWords(db: Db, { collectivity_code }: { collectivity_code: string | null }) {
  if (!collectivity_code) return ''
  const names = await db
    .selectFrom('collectivity as here')
    .innerJoin('collectivity as around', (join) =>
      join.on((eb) =>
        eb.or([
          eb('around.code', '=', eb.ref('here.code')),
          eb('around.code', '=', eb.ref('here.commune_code')),
          eb('around.code', '=', eb.ref('here.province_code')),
          eb('around.code', '=', eb.ref('here.region_code')),
        ]),
      ),
    )
    .where('here.code', '=', collectivity_code)
    .orderBy('around.code', 'desc')
    .select(['around.code', 'around.name_ar', 'around.name_fr', 'around.name_zgh'])
    .execute()
  const spellings = await db
    .selectFrom('collectivity_name')
    .where(
      'collectivity_code',
      'in',
      names.map(({ code }) => code),
    )
    .orderBy('folded')
    .select('folded')
    .execute()
  const written = names.flatMap(({ name_ar, name_fr, name_zgh }) => [name_ar, name_fr, name_zgh])
  return [...written.filter(Boolean), ...unseen(spellings)].join(' \n ')
}

// A name is looked up from each of its words on: one word of each is enough here.
function unseen(spellings: { folded: string }[]) {
  return new Set(spellings.flatMap(({ folded }) => folded.split(' ')))
}

async function listTexts(db: Db, { id, kind, place }: Item) {
  const texts = await db
    .selectFrom('item_text')
    .where('item_id', '=', id)
    .orderBy('lang')
    .select(['lang', 'title', 'summary'])
    .execute()
  const sections = await db
    .selectFrom('section')
    .where('item_id', '=', id)
    .orderBy('name')
    .select(['lang', 'source'])
    .execute()
  const files = await db
    .selectFrom('file')
    .where('item_id', '=', id)
    .orderBy('id')
    .select('title')
    .execute()
  return texts.map(({ lang, title, summary }) => {
    const own = sections.filter((section) => section.lang === lang)
    const said = [...own.map(({ source }) => plainText(ownText(kind, source))), place ?? '']
    const body = [...said, ...files.map((file) => file.title)].filter(Boolean).join(' \n ')
    return { lang, title: title ?? '', summary: summary ?? '', body }
  })
}

/** What an item says itself: a reply's quotations of others are found where they stand. */
export function ownText(kind: Item['kind'], source: string) {
  return kind === 'post' ? withoutReplies(source) : source
}
