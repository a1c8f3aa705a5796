import { expect, test } from 'vitest'
import { isOneSlip, nearWords, rememberWords, slipsOf } from '#app/domain/search/near.server.ts'
import { db } from '#db/client.server.ts'

const WRITTEN = `assainissement assainisement sainissement dechets dechet budget budgets bugdet
  ميزانية ميزانيات ميزنية مزيانية جماعة جماعات عريضة ⴰⵎⴰⵣⵉⵖ ⵜⴰⵎⴰⵣⵉⵖⵜ`

test('a word is found by all that one slip makes of it, and by nothing else', async () => {
  await rememberWords(db, [WRITTEN])
  const words = (await db.selectFrom('search_word').select('word').execute()).map((row) => row.word)
  expect(words).toContain('assainissement')
  const typed = ['assainissemnt', 'assanissement', 'assainissementt', 'asasinissement', 'xssainissement', 'assainissementx', 'budgat', 'budgte', 'dechets', 'ميزابية', 'ميزاينية', 'جماععة', 'عرصة', 'ⴰⵎⴰⵣⵣⵉⵖ', 'ⴰⵎⴰⵣⵉⴳ', 'xyzzy'] // prettier-ignore
  for (const one of typed) {
    const folded = one.replaceAll('ة', 'ه')
    const meant = words.filter((word) => word !== folded && isOneSlip(word, folded))
    expect((await slipsOf(db, one)).toSorted(), one).toEqual(meant.toSorted())
  }
})

test('what may be meant is also a letter left out here and one too many there', async () => {
  await rememberWords(db, [WRITTEN])
  expect(await slipsOf(db, 'asainisssement')).toEqual([])
  expect(await nearWords(db, 'asainisssement')).toContain('assainissement')
  expect(await nearWords(db, 'budgets')).not.toContain('budgets')
  expect(await nearWords(db, '"*')).toEqual([])
})
