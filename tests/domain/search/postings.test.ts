import { expect, test } from 'vitest'
import { openColumns } from '#app/domain/search/opened.server.ts'
import { readPostings } from '#app/domain/search/postings.server.ts'
import { bitsOf } from '#app/domain/search/row.server.ts'
import { db } from '#db/client.server.ts'
import { aPractice } from '#tests/support/factories.ts'

const MATCH = ['"lanterns"', '"nothing"']

const columnsNow = async () => (await openColumns(db, null)).columns
const found = async ({ base, ...columns }: Awaited<ReturnType<typeof columnsNow>>) => {
  const [held, none] = await readPostings(db, { base, ...columns }, MATCH)
  expect(none!.rows).toHaveLength(0)
  return [...held!.rows].map((row, at) => [columns.item[row - base], held!.columns[at]])
}

test('gives each row that the columns know once, whatever was written meanwhile', async () => {
  const first = await aPractice({ title: 'Lanterns', body: 'Lanterns in each street' })
  const before = await columnsNow()
  const second = await aPractice({ title: 'Streets', body: 'Lanterns' })
  const [both, inBody] = [bitsOf('title', 'body'), bitsOf('body')]
  expect(await found(before)).toEqual([[first.id, both]])
  const after = await columnsNow()
  for (let times = 0; times < 2; times++) {
    expect(await found(after)).toEqual([
      [first.id, both],
      [second.id, inBody],
    ])
  }
})
