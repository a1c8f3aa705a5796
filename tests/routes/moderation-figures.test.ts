import { expect, test } from 'vitest'
import { median, shown, shownReports } from '#app/domain/moderation/figures.ts'
import { listFigures } from '#app/domain/moderation/figures.server.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { aMember, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get } from '#tests/support/requests.ts'

const DAY = '2024-05-02T10:00:00.000Z'

async function acts(verb: string, count: number, given: { space_id?: string } = {}) {
  const rows = Array.from({ length: count }, () => ({ id: newId(), verb, created_at: DAY }))
  const subject = { subject_kind: 'thread', subject_id: newId() }
  await db
    .insertInto('audit')
    .values(rows.map((row) => ({ ...row, ...subject, ...given })))
    .execute()
  return rows.map(({ id }) => id)
}

async function reports(itemId: string, count: number, hours: number) {
  const settled_at = new Date(Date.parse(DAY) + hours * 3_600_000).toISOString()
  const report = { item_id: itemId, reason: 'spam' as const, created_at: DAY }
  const rows = Array.from({ length: count }, () => ({ id: newId(), ...report }))
  const settled = { settled_at, settlement: 'hidden' as const }
  await db
    .insertInto('report')
    .values(rows.map((row) => ({ ...row, ...settled })))
    .execute()
}

function tableIn(html: string) {
  return /<table[^]*<\/table>/.exec(html)![0]
}

test('a number below five is not said, nor a sum that would give one away', () => {
  expect([0, 4, 5].map(shown)).toEqual([null, null, 5])
  expect(shownReports({ received: 12, hidden: 10, kept: 2 })).toEqual({
    received: undefined,
    hidden: 10,
    kept: null,
  })
  expect(shownReports({ received: 12, hidden: 6, kept: 6 }).received).toBe(12)
  expect(median([1, 2, 3, 4])).toBeNull()
  expect(median([30, 1, 2, 3, 4])).toBe(3)
})

test('the figures count a year’s acts without those undone, up to the end of last month', async () => {
  const [undone] = await acts('item_hidden', 7)
  const detail = JSON.stringify({ act: undone, verb: 'item_hidden' })
  const subject = { subject_kind: 'thread', subject_id: newId(), detail }
  await db
    .insertInto('audit')
    .values({ id: newId(), verb: 'act_undone', ...subject })
    .execute()
  await acts('user_suspended', 2)
  const thread = await aThread({ author: await aMember() })
  await reports(thread.id, 6, 3)
  const [year, ...more] = await listFigures(db, new Date('2025-02-20'))
  expect(more).toEqual([])
  expect(year).toMatchObject({
    year: 2024,
    counts: { item_hidden: 6, user_suspended: null },
    hours: { reports: 3, seats: null },
  })
  expect(await listFigures(db, new Date('2024-05-31'))).toEqual([])
})

test('everybody reads them without an account, and nothing of closed spaces moves them', async () => {
  const owner = await aMember()
  const page = async () => (await get(null, '/fr/moderation/figures')).text()
  const before = (await page()).replace(/nonce="[^"]*"/g, '')
  expect(before).toContain('La modération en chiffres')
  expect(before).toContain('moins de 5')
  expect(before).not.toContain('<script')
  for (const visibility of ['private', 'network'] as const) {
    const space = await aSpace({ visibility }, [owner])
    await acts('item_hidden', 20, { space_id: space.id })
    await acts('item_restored', 20, { space_id: space.id })
    const inside = await aThread({ author: owner, space })
    await reports(inside.id, 20, 50)
  }
  expect((await page()).replace(/nonce="[^"]*"/g, '')).toBe(before)
  // The same for all: whoever keeps order elsewhere sees no more here.
  const admin = await aUser({ role: 'admin' })
  const seen = await (await get(admin, '/fr/moderation/figures')).text()
  expect(tableIn(seen)).toBe(tableIn(before))
})
