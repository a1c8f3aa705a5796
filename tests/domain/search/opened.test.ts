import { expect, test } from 'vitest'
import { countKinds } from '#app/domain/search/counted.server.ts'
import { openColumns } from '#app/domain/search/opened.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPractice, aSpace, aUser } from '#tests/support/factories.ts'

const known = async (viewer: Viewer) => {
  const { facets } = countKinds(await openColumns(db, viewer), ['practice'])
  return facets.kind[0]?.count ?? 0
}

test('what is known of a space follows its door and who is in it at once', async () => {
  const [owner, member, account] = [await aMember(), await aMember(), await aUser()]
  const space = await aSpace({ visibility: 'private' }, [owner])
  await aPractice()
  await aPractice({ space })
  const all = async () => {
    const counts = []
    for (const viewer of [owner, member, account, null]) counts.push(await known(viewer))
    return counts
  }
  const open = (visibility: 'private' | 'network' | 'public') =>
    db.updateTable('space').set({ visibility }).where('id', '=', space.id).execute()
  expect(await all()).toEqual([2, 1, 1, 1])
  await open('network')
  expect(await all()).toEqual([2, 2, 1, 1])
  await open('public')
  expect(await all()).toEqual([2, 2, 2, 2])
  await open('private')
  expect(await all()).toEqual([2, 1, 1, 1])

  const joined = { space_id: space.id, user_id: account.id, role: 'member' as const }
  await db.insertInto('space_member').values(joined).execute()
  expect(await all()).toEqual([2, 1, 2, 1])
  await db.deleteFrom('space_member').where('user_id', '=', account.id).execute()
  expect(await all()).toEqual([2, 1, 1, 1])

  const other = await aSpace({ visibility: 'public' }, [owner])
  await aPractice({ space: other })
  expect(await all()).toEqual([3, 2, 2, 2])
})
