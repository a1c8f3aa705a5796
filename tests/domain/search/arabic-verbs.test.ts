import { expect, test } from 'vitest'
import { nounsOfVerb } from '#app/domain/search/arabic-verbs.server.ts'
import { forms, queryForms } from '#app/domain/search/stem.server.ts'
import { foldWord } from '#app/domain/search/text.server.ts'

test('a verb gives the noun of its action, in every measure', () => {
  const pairs = [
    ['نجمع', 'جمع'],
    ['ينظفون', 'تنظيف'],
    ['نمول', 'تمويل'],
    ['نشرك', 'إشراك'],
    ['نصلحو', 'إصلاح'],
    ['أنجزت', 'إنجاز'],
    ['نزور', 'زيار'],
    ['يدير', 'إدار'],
    ['نحمي', 'حماي'],
    ['شاركنا', 'مشارك'],
    ['يتطوع', 'تطوع'],
    ['ينقطع', 'انقطاع'],
    ['انطلقت', 'انطلاق'],
    ['ينتخب', 'انتخاب'],
    ['اتفقنا', 'اتفاق'],
    ['تستعمل', 'استعمال'],
    ['يستفيدون', 'استفاد'],
    ['وقعت', 'توقيع'],
  ]
  for (const [verb, noun] of pairs) {
    expect(nounsOfVerb(foldWord(verb!)), verb).toContain(foldWord(noun!))
  }
})

test('nouns that begin or end as verbs do give none', () => {
  for (const noun of ['تكوين', 'نفايات', 'تقرير', 'نتائج', 'نقطة', 'بيوت', 'شركات', 'تلاميذ']) {
    expect(nounsOfVerb(foldWord(noun)), noun).toEqual([])
  }
})

test('who asks with a verb finds the noun, and who asks with the noun the verb', () => {
  const answers = (typed: string, said: string) =>
    Object.values(queryForms(typed))
      .flat()
      .some((form) => forms(said).includes(form))
  expect(answers('نشارك', 'المشاركة')).toBe(true)
  expect(answers('مشاركة', 'يشاركون')).toBe(true)
  expect(answers('تنظيف', 'ننظف')).toBe(true)
  expect(answers('ننظف', 'تنظيم')).toBe(false)
})
