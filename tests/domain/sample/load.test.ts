import { beforeAll, expect, test } from 'vitest'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { loadSample } from '#app/domain/sample/load.server.ts'
import { cardQuery, listCards } from '#app/domain/items/cards.server.ts'
import { db } from '#db/client.server.ts'
import entries from '#db/sample/practices.json'

const COUNTS = { practice: 40, tool: 14, challenge: 13 }

let early: Awaited<ReturnType<typeof loadSample>>

beforeAll(async () => {
  early = await loadSample(db)
  await loadReference(db)
  await loadSample(db)
}, 60_000)

test('without the reference data nothing is loaded, and the answer says so', () => {
  expect(early).toEqual({ ready: false, added: 0 })
})

test('every entry is there for a visitor, in French and in Arabic', async () => {
  for (const lang of ['fr', 'ar'] as const) {
    const cards = await listCards(cardQuery(db, null, lang))
    const counts = Object.fromEntries(
      Object.keys(COUNTS).map((kind) => [kind, cards.filter((card) => card.kind === kind).length]),
    )
    expect(counts).toEqual(COUNTS)
    expect(cards.every((card) => card.lang === lang && card.title && card.summary)).toBe(true)
    expect(new Set(cards.map(({ title }) => title))).toEqual(
      new Set(entries.map((entry) => entry[`title_${lang}`])),
    )
  }
})

test('a second load adds nothing', async () => {
  expect(await loadSample(db)).toEqual({ ready: true, added: 0 })
})

test('each practice says where it comes from and of which place it tells', async () => {
  const rows = await db.selectFrom('practice').selectAll().execute()
  for (const entry of entries.filter(({ kind }) => kind !== 'challenge')) {
    const row = rows.find(({ import_id }) => import_id === entry.id)
    expect(row).toMatchObject({
      source_url: entry.source_url,
      year: entry.year,
      country: entry.country,
      collectivity_code: entry.territory_code,
    })
    if (!entry.territory_code) expect(row!.place).toContain(entry.place)
  }
})

test('principles, tags and challenges are linked as the entries say', async () => {
  const wanted = (of: (entry: (typeof entries)[number]) => string[]) =>
    entries.reduce((sum, entry) => sum + new Set(of(entry)).size, 0)
  const count = async (table: 'item_principle' | 'item_tag' | 'challenge_link') =>
    (await db.selectFrom(table).selectAll().execute()).length
  expect(await count('item_principle')).toBe(wanted((entry) => entry.principles))
  expect(await count('item_tag')).toBe(wanted((entry) => entry.tags))
  expect(await count('challenge_link')).toBe(wanted((entry) => entry.challenges ?? []))
})

test('a tag that was renamed since is found by its former address', async () => {
  const item = await db
    .selectFrom('practice')
    .where('import_id', '=', 'temara-tentes-ouverture')
    .select('item_id')
    .executeTakeFirstOrThrow()
  const tag = await db
    .selectFrom('tag')
    .where('slug', '=', 'cemeteries')
    .select('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('tag_former_slug').values({ slug: 'cemeteries', tag_id: tag.id }).execute()
  await db.updateTable('tag').set({ slug: 'graveyards' }).where('id', '=', tag.id).execute()
  await db.deleteFrom('item').where('id', '=', item.item_id).execute()

  expect(await loadSample(db)).toEqual({ ready: true, added: 1 })
  const tags = await db
    .selectFrom('item_tag')
    .innerJoin('practice', 'practice.item_id', 'item_tag.item_id')
    .where('practice.import_id', '=', 'temara-tentes-ouverture')
    .select('tag_id')
    .execute()
  expect(tags).toContainEqual({ tag_id: tag.id })
})

test('the order of the list is that of the entries', async () => {
  const cards = await listCards(
    cardQuery(db, null, 'fr').where('item.kind', '=', 'tool').orderBy('item.published_at', 'desc'),
  )
  expect(cards[0]!.title).toBe(entries.find(({ kind }) => kind === 'tool')!.title_fr)
})
