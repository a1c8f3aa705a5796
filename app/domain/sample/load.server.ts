import { createHash } from 'node:crypto'
import type { Db } from '#db/client.server.ts'
import { ALPHABET } from '#db/id.ts'
import type { Row } from '#db/schema.ts'
import entries from '#db/sample/practices.json'
import words from '#db/sample/words.json'
import {
  insertItem,
  sealItem,
  setChallenges,
  setPrinciples,
  setTags,
} from '../items/write.server.ts'
import { writeTexts } from '../items/texts.server.ts'

type Entry = (typeof entries)[number]

/**
 * Loads the sample content, summaries of public sources with their addresses: practices, tools and
 * challenges that name no author. Idempotent: what is there stays as it is. Gives how many items it
 * added; `ready` is false, and nothing is added, while the reference data is not loaded.
 */
export async function loadSample(db: Db, at = Date.now()) {
  if (!(await hasReference(db))) return { ready: false, added: 0 }
  let added = 0
  // Challenges first, so that practices find what they answer. A second apart in the order of the
  // file, which keeps lists stable without pretending to other dates than that of the loading.
  const ordered = [...entries].sort((a, b) => Number(isPractice(a)) - Number(isPractice(b)))
  for (const entry of ordered) {
    const published_at = new Date(at - entries.indexOf(entry) * 1000).toISOString()
    if (await db.transaction().execute((trx) => loadEntry(trx, entry, published_at))) added++
  }
  return { ready: true, added }
}

async function hasReference(db: Db) {
  const principle = await db.selectFrom('principle').select('slug').limit(1).executeTakeFirst()
  const place = await db.selectFrom('collectivity').select('code').limit(1).executeTakeFirst()
  return principle !== undefined && place !== undefined
}

async function loadEntry(trx: Db, entry: Entry, published_at: string) {
  if (await isLoaded(trx, entry)) return false
  const id = sampleId(entry.id)
  await writeItem(trx, id, entry, published_at)
  const place = await placeOf(trx, entry)
  if (isPractice(entry)) await writePractice(trx, id, entry, place)
  else await writeChallenge(trx, id, place)
  await setPrinciples(trx, id, entry.principles)
  await setTags(trx, id, await tagIds(trx, entry.tags))
  await sealItem(trx, id, null)
  return true
}

/** The id of an entry, which it keeps across loads: 12 characters made from the name it has in the file. */
export function sampleId(name: string) {
  const bytes = createHash('sha256').update(`sample:${name}`).digest().subarray(0, 12)
  return Array.from(bytes, (byte) => ALPHABET[byte % 32]).join('')
}

async function isLoaded(trx: Db, entry: Entry) {
  const item = await trx
    .selectFrom('item')
    .leftJoin('practice', 'practice.item_id', 'item.id')
    .where((eb) =>
      eb.or([eb('item.id', '=', sampleId(entry.id)), eb('practice.import_id', '=', entry.id)]),
    )
    .select('item.id')
    .executeTakeFirst()
  return item !== undefined
}

async function writeItem(trx: Db, id: string, entry: Entry, published_at: string) {
  const lang = entry.source_lang === 'ar' ? 'ar' : 'fr'
  const other = lang === 'ar' ? 'fr' : 'ar'
  const state = 'published' as const
  const kind = entry.kind as 'practice' | 'tool' | 'challenge'
  await insertItem(trx, { id, kind, lang, state, published_at }, textsOf(entry, lang))
  await writeTexts(trx, id, other, textsOf(entry, other))
}

// A challenge has no column for its source: it stands in the text.
function textsOf(entry: Entry, lang: 'ar' | 'fr') {
  const texts = { title: entry[`title_${lang}`], summary: entry[`summary_${lang}`] }
  if (isPractice(entry)) return texts
  return { ...texts, sections: { body: sourceLine(entry, lang) } }
}

function sourceLine({ source_url, year }: Entry, lang: 'ar' | 'fr') {
  const host = new URL(source_url).hostname.replace(/^www\./, '')
  return `${words[lang].source} [${host}](${source_url})${year ? ` (${year})` : ''}`
}

async function writePractice(trx: Db, id: string, entry: Entry, place: Place) {
  const { source_url, source_lang, year, country } = entry
  const stage = entry.stage as Row<'practice'>['stage']
  const source = { source_url, source_lang, import_id: entry.id }
  await trx
    .insertInto('practice')
    .values({ item_id: id, ...place, ...source, year, country, stage })
    .execute()
  await setChallenges(trx, id, await knownChallenges(trx, entry), null)
}

// The source says that this collectivity has the problem; no seat has said so itself.
async function writeChallenge(trx: Db, id: string, { collectivity_code }: Place) {
  await trx.insertInto('challenge').values({ item_id: id }).execute()
  if (!collectivity_code) return
  await trx.insertInto('challenge_face').values({ challenge_id: id, collectivity_code }).execute()
}

type Place = { collectivity_code: string | null; place: string | null }

// A place outside of the territories is named in both scripts, as on the road signs.
async function placeOf(trx: Db, entry: Entry): Promise<Place> {
  const { territory_code, place, place_ar } = entry as Entry & { place_ar?: string }
  const found =
    territory_code &&
    (await trx
      .selectFrom('collectivity')
      .where('code', '=', territory_code)
      .select('code')
      .executeTakeFirst())
  if (found) return { collectivity_code: found.code, place: null }
  return { collectivity_code: null, place: place_ar ? `${place_ar} – ${place}` : place }
}

async function knownChallenges(trx: Db, { challenges = [] }: Entry) {
  if (challenges.length === 0) return []
  const ids = challenges.map(sampleId)
  const rows = await trx
    .selectFrom('challenge')
    .where('item_id', 'in', ids)
    .select('item_id')
    .execute()
  return rows.map(({ item_id }) => item_id)
}

async function tagIds(trx: Db, slugs: string[]) {
  const now = trx.selectFrom('tag').where('slug', 'in', slugs).select('id as tag_id')
  const before = trx.selectFrom('tag_former_slug').where('slug', 'in', slugs).select('tag_id')
  return (await now.union(before).execute()).map(({ tag_id }) => tag_id)
}

function isPractice({ kind }: Entry) {
  return kind !== 'challenge'
}
