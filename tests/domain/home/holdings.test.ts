import { beforeAll, expect, test } from 'vitest'
import { listProvincesForMap, listRegionsForMap } from '#app/domain/collectivities/map.server.ts'
import { countHoldings } from '#app/domain/home/home.server.ts'
import { listPractices, listUsedTags } from '#app/domain/practices/list.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { indexItem } from '#app/domain/search/index.server.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aCollectivity, aMember, aPractice, aSpace, changeItem } from '#tests/support/factories.ts' // prettier-ignore

beforeAll(() => loadReference(db))

test('home counts what each reader finds: open to all, and in their spaces', async () => {
  const town = await aCollectivity({ code: '90.001.01.01', slug: 'town' })
  const other = await aCollectivity({ code: '91.001.01.01', slug: 'other' })
  const [insider, outsider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [insider])
  const principles = ['transparence', 'participation_citoyenne']
  await aPractice({ collectivity: town.code, principles })
  await aPractice({ kind: 'tool', collectivity: town.code, principles: ['transparence'] })
  const challenge = await aChallenge()
  await aPractice({ state: 'draft', author: insider })
  const open = { practices: 1, tools: 1, challenges: 1, places: 1 }
  for (const viewer of [null, outsider, insider]) {
    expect(await countHoldings(db, viewer)).toEqual({
      holdings: open,
      principles: { transparence: 2, participation_citoyenne: 1 },
    })
  }

  await aPractice({
    space,
    collectivity: other.code,
    principles: ['participation_citoyenne'],
  })
  await changeItem(challenge.id, { hidden_at: '2026-11-30T00:00:00.000Z' })
  const left = { ...open, challenges: 0 }
  for (const viewer of [null, outsider]) {
    expect((await countHoldings(db, viewer)).holdings).toEqual(left)
  }
  expect(await countHoldings(db, insider)).toEqual({
    holdings: { ...left, practices: 2, places: 2 },
    principles: { transparence: 2, participation_citoyenne: 2 },
  })
})

test('what is archived is no part of the library’s numbers, nor of the tags and regions it can be narrowed to', async () => {
  const region = await aCollectivity({ code: '92.', kind: 'region', slug: 'region' })
  const lies = { region_code: region.code }
  const province = await aCollectivity({
    code: '92.001.',
    kind: 'province',
    slug: 'province',
    ...lies,
  })
  const around = { ...lies, province_code: province.code }
  const town = await aCollectivity({ code: '92.001.01.01', slug: 'far', ...around })
  const { id: tag } = await db
    .selectFrom('tag')
    .select(['id', 'slug'])
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const counts = async () => {
    const { holdings, principles } = await countHoldings(db, null)
    const areas = await listRegionsForMap(db, null)
    return {
      ...holdings,
      principle: principles.innovation_publique ?? 0,
      tags: (await listUsedTags(db, null, 'fr')).length,
      region: areas.find(({ code }) => code === region.code)?.library,
      province: (await listProvincesForMap(db, null, region.code)).at(-1)?.library,
      listed: (await listPractices(db, null, 'fr', { tag })).rows.length,
    }
  }
  const before = await counts()
  const given = { collectivity: town.code, principles: ['innovation_publique'] }
  const { id } = await aPractice(given)
  await db.insertInto('item_tag').values({ item_id: id, tag_id: tag }).execute()
  await db.transaction().execute((trx) => indexItem(trx, id))
  expect(await counts()).toEqual({
    ...before,
    practices: before.practices + 1,
    places: before.places + 1,
    principle: 1,
    tags: 1,
    region: 1,
    province: 1,
    listed: 1,
  })

  await changeItem(id, { state: 'archived' })
  expect(await counts()).toEqual(before)
  await changeItem(id, { state: 'published' })
  expect((await counts()).tags).toBe(1)
})
