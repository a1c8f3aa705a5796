import { expect, test } from 'vitest'
import { forms, phraseForm, prefixForms, queryForms } from '#app/domain/search/stem.server.ts'

test('a form is the folded word, or a stem behind a mark no word can hold', () => {
  expect(forms('Budgets')).toEqual(['budgets', '_budget'])
  expect(forms('_budget')).toContain('budget')
  for (const form of [...forms('وبالجماعات'), ...forms("l'égalité"), ...forms('ⵡⴰⵎⴰⵏ')]) {
    expect(form).toMatch(/^_{0,3}[\p{L}\p{N}]+$/u)
  }
})

test('an ambiguous letter is read both ways', () => {
  expect(forms('التزام')).toEqual(expect.arrayContaining(['_التزام', '_تزام']))
  expect(forms('للجنة')).toEqual(expect.arrayContaining(['_لجنه']))
  expect(forms('بدمج')).toEqual(expect.arrayContaining(['_بدمج', '__دمج']))
})

test('one stem stands in a phrase for a word with and without its article, one and several', () => {
  const alike = [
    ['نفايات', 'النفايات', 'للنفايات'],
    ['لجنة', 'اللجنة', 'للجنة', 'للجان'],
    ['رصيف', 'الأرصفة', 'للأرصفة'],
    ['امرأة', 'المرأة', 'النساء'],
    ['ساكن', 'الساكنة', 'السكان'],
    ['نشاط', 'الأنشطة'],
    ['مكان', 'أماكن'],
    ['شهادة', 'الشواهد', 'شهادات'],
    ['الجماعة', 'فيالجماعة', 'منالجماعات'],
    ['fille', 'filles'],
    ['élu', 'élus', 'élue'],
    ['emploi', 'emplois'],
    ['jeu', 'jeux'],
    ['agriculteur', 'agricultrices'],
    ['ouvrier', 'ouvrières'],
    ['sportif', 'sportives'],
    ['fisherman', 'fishermen'],
    ['library', 'libraries'],
    ['city', 'cities'],
    ['conflit', 'conflits'],
    ['crédit', 'crédits'],
    ['usager', 'usagers'],
    ['worker', 'workers'],
    ['isolé', 'isolées'],
  ]
  for (const words of alike) expect(new Set(words.map(phraseForm)).size, words[0]).toBe(1)
  expect(phraseForm('dry')).toBe('_dry')
})

test('what only looks alike has stems of its own', () => {
  const apart = [
    ['السلامة', 'السلام'],
    ['تعريفة', 'تعريف'],
    ['معارضة', 'معارض'],
    ['association', 'associer'],
    ['filles', 'fill'],
    ['ONEE', 'one'],
    ['cours', 'cour'],
    ['données', 'don'],
  ]
  for (const [one, other] of apart) expect(phraseForm(one!)).not.toBe(phraseForm(other!))
})

test('what people do is found by the verb, and the other way', () => {
  expect(forms('réparent')).toContain('__repar')
  expect(queryForms('réparer').maybe).toContain('__repar')
  expect(queryForms('réparent').maybe).toContain('_repar')
  expect(forms('règlement')).toEqual(expect.not.arrayContaining([expect.stringMatching('^__')]))
})

test('requests are no students, and debts no religion', () => {
  expect(phraseForm('طلبات')).toBe(phraseForm('الطلب'))
  expect(forms('طلبات')).not.toContain('_طالب')
  expect(forms('ديون')).not.toContain('_دين')
})

test('a letter known to be of the root stays', () => {
  expect(forms('بلديات')).not.toContain('__لديات')
  expect(forms('الكتاب').some((form) => form.endsWith('_تاب'))).toBe(false)
})

test('no Arabic stem is shorter than three letters, but for what an article leaves', () => {
  for (const word of ['ري', 'جهات', 'ورق', 'بحر', 'سنين', 'كتبه', 'مدن', 'لها', 'فعل']) {
    for (const form of forms(word)) {
      expect(form.replace(/^_+/, '').length).toBeGreaterThanOrEqual(Math.min(3, word.length))
    }
  }
  expect(forms('والري')).toContain('_ري')
})

test('two guesses do not answer each other', () => {
  const held = forms('بمشروعها')
  expect(held).toContain('__مشروع')
  expect(queryForms('مشروع').maybe.some((form) => held.includes(form))).toBe(true)
  const { sure, maybe } = queryForms('كنزها')
  expect([...sure, ...maybe].filter((form) => forms('بنزها').includes(form))).toEqual([])
})

test('a mechanism is not «to him», unless written without its hamza', () => {
  expect(forms('إليه')).toEqual(['إليه'])
  expect(forms('آلية')).toEqual(expect.arrayContaining(['اليه', '_اليه']))
})

test('a beginning has two letters at least', () => {
  expect(prefixForms('b')).toEqual([])
  expect(prefixForms('bu')).toEqual(['bu'])
  expect(prefixForms('المشا')).toEqual(expect.arrayContaining(['المشا', '_مشا', '__مشا']))
})

test('an endless word is cut, not lost', () => {
  expect(forms('x'.repeat(1000))[0]).toHaveLength(64)
})
