import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { openDatabase } from '#db/client.server.ts'
import { migrateToLatest, waitingMigrations } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'multaqa-migrate-'))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('a migration that fails leaves nothing behind, and those before it stay', async () => {
  const { db, sqlite } = openDatabase(':memory:')
  const list = {
    '1_good': { up: (trx: typeof db) => sql`create table good (id text) strict`.execute(trx) },
    '2_bad': {
      async up(trx: typeof db) {
        await sql`create table half (id text) strict`.execute(trx)
        await sql`create table half (id text) strict`.execute(trx)
      },
    },
  }
  await expect(migrateToLatest(db, list as never)).rejects.toThrow('half')
  expect(tablesOf(sqlite)).toEqual(['good', 'migration'])
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a migration that leaves rows pointing nowhere is taken back', async () => {
  const { db, sqlite } = openDatabase(':memory:')
  const list = {
    '1_lost': {
      async up(trx: typeof db) {
        await sql`create table a (id text primary key) strict`.execute(trx)
        await sql`create table b (a_id text references a (id)) strict`.execute(trx)
        await sql`insert into b values ('nobody')`.execute(trx)
      },
    },
  }
  await expect(migrateToLatest(db, list as never)).rejects.toThrow('point nowhere')
  expect(tablesOf(sqlite)).toEqual(['migration'])
})

test('a full disk is told as such, and the next try takes up where it stopped', async () => {
  const { db, sqlite } = openDatabase(':memory:')
  sqlite.pragma('max_page_count = 60')
  await expect(migrateToLatest(db)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  const { waiting } = await waitingMigrations(db)
  expect(waiting.length).toBeGreaterThan(0)

  sqlite.pragma('max_page_count = 100000')
  expect(await migrateToLatest(db)).toEqual(waiting)
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a database that a newer program has migrated is left alone', async () => {
  const { db } = openDatabase(':memory:')
  await migrateToLatest(db, {})
  await sql`insert into migration (name, ran_at) values ('99991231T2359_later', 'x')`.execute(db)
  await expect(migrateToLatest(db)).rejects.toThrow('newer than this program')
})

test('the start backs up before it migrates, and not when there is nothing to lose', async () => {
  const file = join(folder, 'multaqa.db')
  const names = Object.keys(migrations)
  const before = openDatabase(file)
  const [last] = names.slice(-1)
  await migrateToLatest(before.db, Object.fromEntries(Object.entries(migrations).slice(0, -1)))
  await sql`insert into user (id, handle, name, email) values ('u', 'uu', 'U', 'u@example.org')`.execute(
    before.db,
  )
  await before.db.destroy()

  const { migrate, db } = await programOn(file)
  expect(await migrate()).toEqual([last])
  const copy = openDatabase(join(folder, 'backups', `before-${last}.db`))
  expect((await waitingMigrations(copy.db)).waiting).toEqual([last])
  expect((await sql<{ id: string }>`select id from user`.execute(copy.db)).rows).toEqual([
    { id: 'u' },
  ])
  expect(await migrate()).toEqual([])
  await Promise.all([db.destroy(), copy.db.destroy()])

  const fresh = await programOn(join(folder, 'fresh', 'multaqa.db'))
  await fresh.migrate()
  expect(existsSync(join(folder, 'fresh', 'backups'))).toBe(false)
})

test('links and tags that were there get the day of their items', async () => {
  const { db, sqlite } = await databaseBefore('20261130T2300_listed_links')
  const item = sqlite.prepare(`insert into item (id, kind, lang, state, published_at, hidden_at)
    values (?, ?, 'fr', ?, ?, ?)`)
  item.run('challenge', 'challenge', 'published', '2026-01-01', null)
  item.run('thread', 'thread', 'published', '2026-01-02', null)
  item.run('tool', 'tool', 'archived', '2026-01-03', null)
  item.run('draft', 'practice', 'draft', null, null)
  item.run('hidden', 'practice', 'published', '2026-01-04', '2026-01-05')
  sqlite.exec(`insert into challenge (item_id) values ('challenge');
    insert into thread (item_id, form, last_post_at) values ('thread', 'question', '2026-02-01');
    insert into tag (id, slug) values ('tag', 'tag');
    insert into item_tag (item_id, tag_id) select id, 'tag' from item;
    insert into challenge_link (challenge_id, item_id)
      select 'challenge', id from item where kind <> 'challenge'`)
  await migrateToLatest(db)
  const tags = sqlite
    .prepare('select item_id, listed_at from item_tag order by item_id')
    .raw()
    .all()
  expect(tags).toEqual([
    ['challenge', '2026-01-01'],
    ['draft', null],
    ['hidden', null],
    ['thread', '2026-01-02'],
    ['tool', '2026-01-03'],
  ])
  const links = 'select item_id, is_thread, listed_at from challenge_link order by item_id'
  expect(sqlite.prepare(links).raw().all()).toEqual([
    ['draft', 0, null],
    ['hidden', 0, null],
    ['thread', 1, '2026-02-01'],
    ['tool', 0, '2026-01-03'],
  ])
})

test('the concepts of facilitators are known from the log', async () => {
  const { db, sqlite } = await databaseBefore('20261201T0800_concepts_by_hand')
  const log = sqlite.prepare(
    `insert into audit (id, verb, subject_kind, subject_id, detail) values (?, ?, 'concept', 'x', ?)`,
  )
  for (const [id, verb] of Object.entries({
    a: 'concept_added',
    b: 'concept_edited',
    c: 'concept_deleted',
    d: 'tag_added',
  })) {
    log.run(id, verb, JSON.stringify({ slug: `slug-${id}` }))
    log.run(`${id}2`, verb, JSON.stringify({ slug: `slug-${id}` }))
  }
  await migrateToLatest(db)
  const slugs = sqlite.prepare('select slug from concept_by_hand order by slug').pluck().all()
  expect(slugs).toEqual(['slug-a', 'slug-b', 'slug-c'])
})

async function databaseBefore(name: keyof typeof migrations) {
  const { db, sqlite } = openDatabase(':memory:')
  const names = Object.keys(migrations)
  const before = names.slice(0, names.indexOf(name))
  const some = before.map((one) => [one, migrations[one as keyof typeof migrations]])
  await migrateToLatest(db, Object.fromEntries(some) as typeof migrations)
  return { db, sqlite }
}

// Once a migration is in a release, its file never changes: a new one undoes it. Add each new one.
const FROZEN: Record<string, string> = {
  '20261123T2200_collectivities': 'a367a8f9ca63ad07',
  '20261123T2201_people': '6f299605c41f8b44',
  '20261123T2202_spaces': '1cfe7a9ce3732db8',
  '20261123T2203_items': '769f02308ce45c59',
  '20261123T2204_moderation': '65e2ae856fb98588',
  '20261123T2300_space_answers': '4d21010b3c0e9d9b',
  '20261124T0000_list_indexes': '0231ed9bae33d833',
  '20261124T1100_search': '6da4dffcc1852e88',
  '20261124T1200_second_factor': '9f9de78feb38c15b',
  '20261124T1210_devices': '33bd41a390383928',
  '20261124T1220_passkeys': '5d17dcde089a2d8e',
  '20261124T1230_seat_successor': '457ca2263b253f50',
  '20261124T1305_personal_data': '89f5fb7729840ee9',
  '20261124T1310_undo': '1059b26d001397ba',
  '20261124T1900_mail_space': '9a9576be25f9320e',
  '20261124T2000_search_size': '20c4ba4c3ec66977',
  '20261124T2040_account_use': '4a2cd422e6f45ca2',
  '20261124T2120_accounts_and_mails': 'be4566eb371164b3',
  '20261129T1930_adoptions': 'd62e14550efa0ccf',
  '20261129T2020_confirmations': 'f18ac0b373ff0455',
  '20261129T2020_practice_threads': '4c361c45382af5d3',
  '20261129T2035_adoptions_since': 'a76ff11fb8f87cde',
  '20261129T2045_challenge_stance': '7d5ed133d554a355',
  '20261129T2057_practice_contributors': 'c099b9c0071b3e64',
  '20261130T0500_collections': '41c83fa2172fedaf',
  '20261130T0520_practice_readers': '413f60e72da232a8',
  '20261130T0540_practice_imports': 'd19d7ddd932c4c39',
  '20261130T0600_topic_follow': '6fc8557818519376',
  '20261130T0700_events': '93eb461b0484dd66',
  '20261130T0720_translations': 'b085b5590c31d853',
  '20261130T0740_attestations': '22ef2d48e725651c',
  '20261130T0820_cycle_stage': '388c7d50063fe018',
  '20261130T1600_search_places': '3876c5da3b0040d3',
  '20261130T1700_search_words': '4a5ee9d80456d546',
  '20261130T2300_listed_links': 'e3488a9bbaba8060',
  '20261130T2300_tellings': '35bfafeeb302ab30',
  '20261130T2310_rare_references': '116b6731df847b87',
  '20261130T2330_space_doors': '577c72d37f8ade52',
  '20261130T2345_unread_by_day': 'ede3fb3906dc134f',
  '20261130T2410_telling_parts': '398da95c66fda12a',
  '20261130T2420_mail_choice': 'b75c4873104a9c0c',
  '20261201T0710_telling_kinds': '1a7d466b3a348f09',
  '20261201T0800_concepts_by_hand': '86a2050ce8d7d629',
  '20261201T0810_search_archived': 'd2eafc593d3f46fb',
}

test('released migrations have not been edited', () => {
  const now = Object.fromEntries(Object.keys(migrations).map((name) => [name, fingerprint(name)]))
  expect(now).toEqual(FROZEN)
})

test('migrations run in the order of their names', () => {
  expect(Object.keys(migrations)).toEqual(Object.keys(migrations).toSorted())
})

function fingerprint(name: string) {
  return createHash('sha256')
    .update(readFileSync(`db/migrations/${name}.ts`))
    .digest('hex')
    .slice(0, 16)
}

function tablesOf(sqlite: ReturnType<typeof openDatabase>['sqlite']) {
  return sqlite
    .prepare(`select name from sqlite_master where type = 'table' order by name`)
    .pluck()
    .all()
}

// The start's own code on a file: its modules are loaded anew for it.
async function programOn(file: string) {
  vi.resetModules()
  vi.stubEnv('DATABASE_FILE', file)
  vi.stubEnv('DATA_DIR', join(file, '..'))
  delete (globalThis as { multaqa?: unknown }).multaqa
  const { migrate } = await import('#app/server/prepare.server.ts')
  const { db } = await import('#db/client.server.ts')
  return { migrate, db }
}
