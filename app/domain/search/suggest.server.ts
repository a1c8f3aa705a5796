import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import { searchCollectivities } from '../collectivities/collectivities.server.ts'
import { placeName, placePath } from '../collectivities/names.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { itemPath } from '../items/paths.ts'
import type { Viewer } from '../users/viewer.ts'
import { isOfKind } from './columns.server.ts'
import { queryTerms } from './match.server.ts'
import { type Index, openIndex } from './opened.server.ts'
import type { FoundKind } from './search.limits.ts'
import { tokens } from './text.server.ts'
import { listLabels } from './topics.server.ts'

/** Where one may want to go while one types; `kind` says what it is, `path` has no language. */
export type Suggestion = {
  kind: Row<'item'>['kind'] | Row<'collectivity'>['kind'] | 'tag'
  text: string
  lang: Lang
  path: string
}

const SHORTEST = 2
const ITEMS = 5
const TAGS = 3
const PLACES = 2
const BATCH = 200

/** What begins like the words typed so far, of what this viewer may read: tags, titles, places. */
export async function suggest(db: Db, viewer: Viewer, lang: Lang, q: string) {
  const words = tokens(q).map(({ surface }) => surface)
  if (words.join('').length < SHORTEST) return []
  const tags = await suggestTags(db, lang, q)
  const items = (await suggestItems(db, viewer, lang, q)).map(({ id: _, ...item }) => item)
  const places = await suggestPlaces(db, lang, q)
  return [...tags, ...items, ...places]
}

async function suggestTags(db: Db, lang: Lang, q: string): Promise<Suggestion[]> {
  const [terms, labels] = [beginnings(q), await listLabels(db, lang)]
  const found = new Map<string, Suggestion>()
  for (const { slug, label, forms: said, name } of labels) {
    if (found.size >= TAGS) break
    if (!terms.every((term) => said.some((form) => begins(form, term)))) continue
    const text = name ?? label
    found.set(slug, { kind: 'tag', text: text.label, lang: text.lang, path: `/tags/${slug}` })
  }
  return [...found.values()]
}

async function suggestPlaces(db: Db, lang: Lang, q: string): Promise<Suggestion[]> {
  const places = await searchCollectivities(db, q, PLACES)
  return places.map((place) => ({
    kind: place.kind,
    text: placeName(lang, place),
    lang: lang === 'ar' ? 'ar' : 'fr',
    path: placePath(place),
  }))
}

/**
 * Items of some kinds (of any, without them) whose title has words that begin as typed, of what the
 * viewer may read, the newest first.
 */
// In batches until there are enough: how many a viewer may not see changes nothing.
export async function suggestItems(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  q: string,
  kinds?: readonly FoundKind[],
) {
  const match = beginnings(q)
    .map(({ exact, prefixes }) => {
      const all = [...exact.map((form) => `"${form}"`), ...prefixes.map((form) => `"${form}"*`)]
      return `(${all.join(' OR ')})`
    })
    .join(' AND ')
  if (!match) return []
  const index = await openIndex(db, viewer)
  const leads = new Set<string>()
  for (let before = Number.MAX_SAFE_INTEGER; leads.size < ITEMS;) {
    const rows = await titlesBefore(db, match, before)
    for (const { rowid } of rows) add(leads, index, { rowid, kinds })
    if (rows.length < BATCH) break
    before = rows.at(-1)!.rowid
  }
  return itemsNamed(db, viewer, lang, [...leads].slice(0, ITEMS))
}

async function titlesBefore(db: Db, match: string, before: number) {
  const { rows } = await sql<{ rowid: number }>`select rowid from search_title
    where search_title match ${match} and rowid < ${before}
    order by rowid desc limit ${sql.lit(BATCH)}`.execute(db)
  return rows
}

type Titled = { rowid: number; kinds: readonly FoundKind[] | undefined }

function add(leads: Set<string>, { columns, seen }: Index, { rowid, kinds }: Titled) {
  const lead = columns.lead[rowid - columns.base] ?? -1
  if (lead < 0 || !seen[lead] || (kinds && !isOfKind(columns, lead, kinds))) return
  leads.add(columns.leads.ids[lead]!)
}

async function itemsNamed(db: Db, viewer: Viewer, lang: Lang, ids: string[]) {
  if (ids.length === 0) return []
  const cards = await listCards(cardQuery(db, viewer, lang).where('item.id', 'in', ids))
  const inOrder = cards.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  return inOrder.map((card) => ({
    id: card.id,
    kind: card.kind,
    text: card.title,
    lang: card.lang,
    path: itemPath(card),
  }))
}

type Beginning = { exact: string[]; prefixes: string[] }

// All words but the last are whole; the last may be anything that begins so.
function beginnings(q: string): Beginning[] {
  const terms = queryTerms(q)
  return terms.map(({ exact, prefixes }, index) => {
    const last = index === terms.length - 1
    return { exact, prefixes: last ? prefixes : [] }
  })
}

function begins(form: string, { exact, prefixes }: Beginning) {
  return exact.includes(form) || prefixes.some((prefix) => form.startsWith(prefix))
}
