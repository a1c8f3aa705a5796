import { beforeAll, expect, test } from 'vitest'
import { countHoldings } from '#app/domain/home/home.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
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
