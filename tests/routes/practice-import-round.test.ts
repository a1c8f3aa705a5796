import { beforeAll, expect, test } from 'vitest'
import { PRACTICE_SECTIONS, STAGES } from '#app/domain/practices/practices.limits.ts'
import { draftSchema } from '#app/domain/practices/practices.schema.server.ts'
import { createPractice } from '#app/domain/practices/save.server.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { loadPrinciples, loadTags } from '#app/domain/reference/taxonomy.server.ts'
import { loadTerritories } from '#app/domain/reference/territories.server.ts'
import { loadSample } from '#app/domain/sample/load.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { aUser } from '#tests/support/factories.ts'
import { randomFrom } from '#tests/support/forum.ts'
import { importFile } from '#tests/support/imports.ts'
import { get, post } from '#tests/support/requests.ts'
import { leaveUnindexed } from '#tests/support/setup.ts'

type Entry = Record<string, unknown> & { id: string; kind: string }

// What says where an entry stands, not what it is.
const OWN = ['id', 'address', 'published', 'edited']

let facilitator: SignedIn

beforeAll(async () => {
  leaveUnindexed()
  await loadPrinciples(db)
  await loadTags(db)
  await loadTerritories(db)
  await loadSample(db)
  facilitator = await aUser({ role: 'facilitator' })
}, 120_000)

test('the sample entries come back as they went, field by field', async () => {
  const before = await exported()
  expect(before.length).toBeGreaterThan(40)
  expect(await importedAgain()).toEqual(before.map(bare))
  await forgetAll()
}, 120_000)

test('a thousand made entries with hostile texts come back as they went, field by field', async () => {
  for (let count = 0; count < 1000; count += 100) {
    await db.transaction().execute(async (trx) => {
      for (let one = 0; one < 100; one++) await addMade(trx, count + one)
    })
  }
  await publishDrafts()
  const before = await exported()
  expect(before).toHaveLength(1000)
  expect(new Set(before.flatMap((entry) => Object.keys(entry).filter((key) => [entry[key]].flat().some(Boolean)))).size).toBeGreaterThan(33) // prettier-ignore
  const again = await importedAgain()
  for (const [at, entry] of before.entries()) expect(again[at]).toEqual(bare(entry))
}, 300_000)

// Our own file through all steps, then published as its drafts stand, and taken out once more.
async function importedAgain() {
  const csv = await (await get(null, '/exports/library.fr.csv')).arrayBuffer()
  const id = await importFile(facilitator, new Uint8Array(csv))
  for (let press = 0; press < 20; press++)
    await post(facilitator, `/fr/practices/import/${id}/check`)
  const rows = await db
    .selectFrom('practice_import_row')
    .where('import_id', '=', id)
    .orderBy('position')
    .select(['outcome', 'item_id'])
    .execute()
  expect(rows.filter(({ outcome }) => outcome === 'out')).toEqual([])
  await publishDrafts()
  const all = new Map((await exported()).map((entry) => [entry.id, entry]))
  return rows.map(({ item_id }) => bare(all.get(item_id!)!))
}

async function exported() {
  const lines = (await (await get(null, '/exports/library.fr.jsonl')).text()).trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Entry)
}

function bare(entry: Entry) {
  const kept = Object.entries(entry).filter(([key]) => !OWN.includes(key))
  const lists = ['principles', 'tags', 'challenges']
  return Object.fromEntries(
    kept.map(([key, value]) => [key, lists.includes(key) ? (value as string[]).toSorted() : value]),
  )
}

// Obstacles are for members until their writer opens them, and no file holds what is for members.
async function publishDrafts() {
  await db.updateTable('practice').set({ obstacles_readers: 'public' }).execute()
  const published_at = new Date().toISOString()
  await db
    .updateTable('item')
    .set({ state: 'published', published_at })
    .where('state', '=', 'draft')
    .execute()
}

async function forgetAll() {
  await db.deleteFrom('item').where('kind', 'in', ['practice', 'tool']).execute()
}

const BITS = ['=SOMME(A1)', "'=déjà", "''+x", '- un point', '* autre', '"guillemets"', 'a;b,c|d', 'ligne\n\nautre\nsuite', 'الميزانية التشاركية؛ والعرائض، كلها', 'ⴰⵣⵓⵍ', '@moi', '+212', '\ttabulé', "l'été", '😀 élan', '| a | b |', '**Contexte** :', 'NULL', '0', '٢٠٢٤'] // prettier-ignore
const random = randomFrom(11)
const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
const some = <T>(list: readonly T[], most: number) => [
  ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(list))),
]
const text = (bits = 4) => [pick(BITS), ...some(BITS, bits)].join(pick([' ', '\n', '\n\n'])).trim()
const maybe = <T>(value: T) => (random() < 0.6 ? value : ('' as T))

let known: { codes: string[]; tags: string[]; challenges: string[] } | undefined

async function addMade(trx: typeof db, number: number) {
  known ??= {
    codes: (await trx.selectFrom('collectivity').select('code').execute()).map(({ code }) => code),
    tags: (await trx.selectFrom('tag').select('id').execute()).map(({ id }) => id),
    challenges: (await trx.selectFrom('challenge').select('item_id').execute()).map(
      (one) => one.item_id,
    ),
  }
  const abroad = random() < 0.2
  const year = 2000 + Math.floor(random() * 25)
  const input = draftSchema.parse({
    lang: pick(['fr', 'ar', 'en', 'zgh']),
    title: (random() < 0.5 ? `${text(2)} ${number}` : `${number} ${text(2)}`).replace(/\s+/g, ' '),
    summary: maybe(text()),
    ...(abroad ? { place: pick(['Paris', 'تونس – Tunis']), country: pick(['FR', 'TN', 'MA', 'SE']) } : { collectivity: maybe(pick(known.codes)) }),
    principles: some(PRINCIPLES, 4),
    challenges: some(known.challenges, 3),
    ...Object.fromEntries(PRACTICE_SECTIONS.map((name) => [name, maybe(text(9))])),
    stage: maybe(pick(STAGES)),
    year: maybe(String(year)),
    started_on: maybe(pick([`${year}`, `${year}-03`, `${year}-03-15`])),
    ended_on: maybe(pick([`${year + 1}`, `${year + 1}-12-01`])),
    cost: maybe(text(1).replace(/\s+/g, ' ')),
    contact: maybe('Bureau d’ordre'),
    duration: maybe('trois mois'),
    deliberation: maybe('n° 12/2024'),
    website_url: maybe('https://example.org/a?b=c,d;e'),
    publisher: maybe(text(1).replace(/\s+/g, ' ')),
    licence: pick(['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0']),
    source_url: maybe('https://example.org/%D8%A7'),
  }) // prettier-ignore
  const kind = pick(['practice', 'practice', 'tool'] as const)
  const given = {
    kind,
    input,
    tagIds: some(known.tags, 8),
    spaceId: null,
    outcome: 'keep',
  } as const
  await createPractice(trx, facilitator, given)
}
