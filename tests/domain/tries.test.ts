import { expect, test } from 'vitest'
import { TRIES } from '#app/domain/tries/tries.limits.ts'
import { clearTries, countSlowly, countTry } from '#app/domain/tries/tries.server.ts'
import { db } from '#db/client.server.ts'

const START = new Date('2026-01-01T00:00:00Z')
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

test('after so many tries one waits until the window ends, and others do not', async () => {
  const { max, minutes } = TRIES.sign_in_account
  for (let n = 0; n < max; n++) expect(await countTry(db, 'sign_in_account', 'ada', START)).toBe(0)
  expect(await countTry(db, 'sign_in_account', 'ada', START)).toBe(minutes * 60)
  expect(await countTry(db, 'sign_in_account', 'bob', START)).toBe(0)
  expect(await countTry(db, 'sign_in_account', 'ada', later(minutes))).toBe(0)
})

test('where guessing slows down, one try a minute goes through past the limit', async () => {
  const { max } = TRIES.second_factor
  const tried = async (at: Date) => (await countSlowly(db, 'second_factor', 'ida', at)) === 0
  for (let n = 0; n < max; n++) expect(await tried(START)).toBe(true)
  const minutes = [0, 0.5, 1, 1.5, 2]
  const through = []
  for (const minute of minutes) through.push(await tried(later(minute)))
  expect(through).toEqual([true, false, true, false, true])
})

test('tries are forgotten after success', async () => {
  await countTry(db, 'mail', 'eve', START)
  await clearTries(db, 'mail', 'eve')
  expect(await db.selectFrom('try').where('key', 'like', 'mail:%').selectAll().execute()).toEqual(
    [],
  )
})
