import { expect, test } from 'vitest'
import { fold, tokens } from '#app/domain/search/text.server.ts'

test.each([
  ['كِتَابٌ', 'كتاب'],
  ['أُمَّة إِلى آخِر ٱلْبَاب', 'امه الي اخر الباب'],
  ['مسؤول هيئة', 'مسوول هييه'],
  ['رقـــمنة', 'رقمنه'],
  ['ﻻ ﺍﻟﻜﺘﺎﺏ', 'لا الكتاب'],
  ['أگادير أڭادير أݣادير', 'اكادير اكادير اكادير'],
  ['ڤيلا', 'فيلا'],
  ['شورای کار', 'شوراي كار'],
  ['٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹', '0123456789 0123456789'],
  ['Œuvre, ÉGALITÉ; Čeština', 'oeuvre, egalite; cestina'],
  ['e\u0301cole', 'ecole'],
  ['İstanbul ISTANBUL ı', 'istanbul istanbul i'],
  ['l’eau l‘eau lʼeau', "l'eau l'eau l'eau"],
  ['\u200fكتا\u200cب\u202c', 'كتاب'],
  ['ⵜⴰⴳⵯⵔⴰⵡⵜ', 'ⵜⴰⴳⵔⴰⵡⵜ'],
  ['ｆｕｌｌ №', 'full no'],
])('%s is compared as %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
  expect(fold(folded)).toBe(folded)
})

test('words keep their place in the original text', () => {
  const text = '«رقـــمنةُ» الخدمات: ﻻ œuvre, e\u0301cole — ⵜⴰⵎⵏⴰⴹⵜ 👩🏽‍🌾 𞤀𞤣 ٢٠٢٤'
  expect(surfaces(text)).toEqual([
    'رقـــمنةُ',
    'الخدمات',
    'ﻻ',
    'œuvre',
    'e\u0301cole',
    'ⵜⴰⵎⵏⴰⴹⵜ',
    '𞤀𞤣',
    '٢٠٢٤',
  ])
  for (const { surface, start, end } of tokens(text)) expect(text.slice(start, end)).toBe(surface)
})

test.each([
  ["L'eau d’Azrou qu'on aime", ['eau', 'Azrou', 'on', 'aime']],
  ["jusqu'ici, lorsqu’il, puisqu'elle", ['ici', 'il', 'elle']],
  ['P.A.C. et U.S.A', ['P.A.C.', 'et', 'U.S.A']],
  ['fin.Le début', ['fin', 'Le', 'début']],
  ['M’diq, co-création, e-mail', ['M’diq', 'co-création', 'e-mail']],
  ['budget_citoyen/2024-2025', ['budget', 'citoyen', '2024', '2025']],
  ['الـPACTO و2024م', ['الـ', 'PACTO', 'و', '2024', 'م']],
  ['un\u200bdeux', ['un', 'deux']],
  ['كتا\u200cب\u200f', ['كتا\u200cب']],
  ['ـــ ⵯ ٍ \ud800 \0 👩🏽‍🌾', []],
])('%j is split into %j', (text, words) => {
  expect(surfaces(text)).toEqual(words)
})

function surfaces(text: string) {
  return tokens(text).map(({ surface }) => surface)
}
