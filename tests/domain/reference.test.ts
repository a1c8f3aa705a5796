import { expect, test } from 'vitest'
import {
  lookUpCollectivities,
  searchCollectivities,
} from '#app/domain/collectivities/collectivities.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { checkIndex, indexItem, reindexStale } from '#app/domain/search/index.server.ts'
import { listTags, tagsByName } from '#app/domain/tags/tags.server.ts'
import { db } from '#db/client.server.ts'
import { aPractice } from '#tests/support/factories.ts'

test('the reference data loads whole, and only once', async () => {
  const parts = ['territories', 'members', 'principles', 'tags', 'concepts']
  expect(await loadReference(db)).toEqual(parts)
  expect(await loadReference(db)).toEqual([])
  const counts = await db
    .selectFrom('collectivity')
    .groupBy('kind')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
    .execute()
  expect(Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))).toMatchObject({
    region: 12,
    commune: 1503,
    arrondissement: 41,
  })
})

test('a place is found by its Arabic or French name, by other spellings and by a later word', async () => {
  const codes = async (typed: string) =>
    (await searchCollectivities(db, typed)).map((one) => one.name_fr)
  expect(await codes('Asilah')).toContain('Assilah')
  expect(await codes('أصيلة')).toContain('Assilah')
  expect(await codes('اصيله')).toContain('Assilah')
  expect(await codes('Beni Ansar')).toContain('Bni Ansar')
  expect(await codes('البيضاء')).toContain('Casablanca')
  expect(await codes('%')).toEqual([])
  for (const typed of ['جماعة تيزنيت', 'Commune de Tiznit', 'إقليم تيزنيت', 'ville de tiznit']) {
    expect(await codes(typed), typed).toContain('Tiznit')
  }
  // Only where nothing is called so with it.
  expect(await codes('Commune')).toEqual([])
})

test('a name that was mistyped leads to those that are close to it', async () => {
  const lookUp = async (typed: string, region?: string) => {
    const { places, near } = await lookUpCollectivities(db, typed, 20, region)
    return { near, names: places.map((one) => one.name_fr) }
  }
  for (const typed of ['تزنيت', 'Tizmit', 'commune de tinzit']) {
    const names: unknown = expect.arrayContaining(['Tiznit'])
    expect(await lookUp(typed), typed).toEqual({ near: true, names })
  }
  const named = await lookUp('Tiznit')
  expect([named.near, named.names.includes('Tiznit')]).toEqual([false, true])
  expect((await lookUp('ab')).near).toBe(false)
  const none = { near: true, names: [] }
  expect(await lookUp('Tizmit', '01')).toEqual(none)
  for (const nothing of ['', 'zqx', 'xyzzyqwerty', '%%%%%']) {
    expect(await lookUp(nothing)).toEqual(none)
  }
})

test('a tag is meant by any of its names in any language', async () => {
  const tags = await listTags(db, 'fr')
  const budget = tags.find((tag) => tag.slug === 'participatory-budget')!
  const { ids, unknown } = await tagsByName(db, ['ميزانيه تشاركيه', 'الميزانية التشاركية', 'xyz'])
  expect(ids).toEqual([budget.id])
  expect(unknown).toContain('xyz')
})

test('when a newer list renames a place, what is from there is found by its new name', async () => {
  const code = '06.141.01.0'
  const practice = await aPractice({ collectivity: code })
  await reindexStale(db)
  await db.updateTable('collectivity').set({ name_fr: 'Anfa' }).where('code', '=', code).execute()
  await indexItem(db, practice.id)

  const older = { hash: 'of an older list' }
  await db.updateTable('reference_load').set(older).where('name', '=', 'territories').execute()
  expect(await loadReference(db)).toEqual(['territories'])
  expect(await checkIndex(db)).toMatchObject([{ item_id: practice.id, fault: 'stale' }])
  expect(await reindexStale(db)).toBe(1)
  expect(await checkIndex(db)).toEqual([])
})
