import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { indexText, matchQuery, SEARCH_TOKENIZER } from '#app/domain/search/match.server.ts'
import { anyOf } from '#app/domain/search/needles.server.ts'

const UNICODE = "unicode61 remove_diacritics 0 tokenchars '_'"

const found: [query: string, document: string][] = [
  ['نفايات', 'تدبير النفايات المنزلية'],
  ['النفايات', 'نفايات صلبة'],
  ['ميزانيه تشاركيه', 'الميزانية التشاركية في جماعة تيزنيت'],
  ['الميزانيات التشاركية', 'ميزانية تشاركية'],
  ['كِتَابٌ', 'الكتاب الأبيض'],
  ['الكتاب', 'كِتَابٌ مفتوح'],
  ['كتاب', 'بالكتاب'],
  ['وبالجماعات', 'جماعة قروية'],
  ['جماعة', 'التعاون مع الهيئات وبالجماعات'],
  ['ري', 'الري بالتنقيط'],
  ['ري', 'مياه للري'],
  ['الري', 'شبكة ري'],
  ['دمج', 'قرار بدمج المصالح'],
  ['بدمج', 'دمج المصالح'],
  ['مشروع', 'مشاريعها الكبرى'],
  ['مشاريع', 'هذا مشروعنا'],
  ['مشروع', 'مشروعاً نموذجياً'],
  ['عريضة', 'العرائض والملتمسات'],
  ['عرائض', 'عريضتهم'],
  ['تحد', 'تحديات مشتركة'],
  ['ممارسات', 'ممارسة فضلى'],
  ['أداة', 'الأدوات المتاحة'],
  ['ورشة', 'أوراش'],
  ['ورشات', 'ورشة للإعداد المشترك'],
  ['برنامج', 'البرامج الجهوية'],
  ['خدمة', 'خدماتها الرقمية'],
  ['مجلس', 'للمجالس المنتخبة'],
  ['إقليم', 'أقاليم الجنوب'],
  ['حي', 'لجان الأحياء'],
  ['لجنة', 'قرار للجنة'],
  ['نقطة', 'نقط الارتكاز'],
  ['مواطنون', 'إشراك المواطنين'],
  ['موظف', 'موظفي الجماعة'],
  ['التزام', 'الالتزامات'],
  ['جهات', 'الجهة'],
  ['آليات', 'آلية التشاور'],
  ['شفافية ومساءلة', 'المساءلة والشفافية'],
  ['اكادير', 'مدينة أگادير'],
  ['الرقمنه', 'رقـــمنة الخدمات'],
  ['مسؤول', 'المسؤولين'],
  ['أعضاء', 'عضو المجلس'],
  ['عضو', 'المجلس وأعضاؤه'],
  ['ميزانية', 'ميزانيتها السنوية'],
  ['الوالي', 'والي الجهة'],
  ['من وإلى الجماعة', 'الجماعة'],
  ['2024', 'دورة أكتوبر ٢٠٢٤'],
  ['۲۰۲۴', 'session 2024'],
  ['بـ2024', 'سنة 2024'],
  ['PACTO', 'دعم الـPACTO'],
  ['dechets', 'Les déchets ménagers'],
  ['Déchet', 'DECHETS'],
  ['œuvre', 'mise en oeuvre'],
  ['oeuvre', 'Mise en Œuvre'],
  ['eau', 'gestion de l’eau'],
  ["l'eau", 'eau potable'],
  ["jusqu'à l’école", 'école rurale'],
  ['budgets participatifs', 'Un budget participatif'],
  ['budget de la commune', 'communes : budgets ouverts'],
  ['municipalites', 'la municipalité'],
  ['PAC', 'Le P.A.C. de la commune'],
  ['P.A.C', 'pac 2022'],
  ['petitions', 'A petition was submitted'],
  ['pétition', 'Les petitions'],
  ['cocréation', 'co-création'],
  ['co-creation', 'cocreation workshop'],
  ['Mdiq', 'Province de M’diq-Fnideq'],
  ["M'diq", 'mdiq'],
  ['participa', 'participation citoyenne'],
  ['citizens', "citizen's office"],
  ['workshops', 'a workshop'],
  ['مقبرة', 'سجل المقابر'],
  ['خرائط', 'خريطة مفتوحة'],
  ['عطب', 'إصلاح أعطاب الإنارة'],
  ['نوافذ', 'نافذة مكسورة'],
  ['المرور أمام المدارس', 'مرور قرب مدرسة'],
  ['stolen cables', 'They steal cable'],
  ['tuyau', 'Des tuyaux percés'],
  ['signalement pendant la nuit', 'Signalements de nuit'],
  ['inondation', 'carte des inondations'],
  ['ⴰⵎⴰⵏ', 'ⵡⴰⵎⴰⵏ'],
  ['ⵡⴰⵎⴰⵏ', 'ⴰⵎⴰⵏ'],
  ['ⵜⴰⵎⵏⴰⴹⵜ', 'ⴰⵏⵙⵙⵉⵅⴼ ⵏ ⵜⵎⵏⴰⴹⵜ'],
  ['ⵓⵏⵙⵙⵉⵅⴼ', 'ⴰⵏⵙⵙⵉⵅⴼ'],
  ['ⵜⴰⴳⵔⴰⵡⵜ', 'ⵜⴰⴳⵯⵔⴰⵡⵜ'],
]

const notFound: [query: string, document: string][] = [
  ['ري', 'رياضة'],
  ['ري', 'أري'],
  ['ميزان', 'الميزانية'],
  ['خزانة', 'خزان الماء'],
  ['مكتب', 'مكتبة'],
  ['جامع', 'الجامعة'],
  ['عمال', 'عمالة الصخيرات'],
  ['دور', 'دورة المجلس'],
  ['بلدية', 'لديه'],
  ['وسائل', 'نفايات سائلة'],
  ['بطاقة', 'الطاقة الشمسية'],
  ['لجنة', 'جنة'],
  ['رقمية', 'القانون رقم 113'],
  ['اجتماع', 'التنمية الاجتماعية'],
  ['جامعة', 'جماعة'],
  ['كتاب', 'تابع'],
  ['آلية', 'إلى الجماعة'],
  ['علم', 'معلم'],
  ['رئيس', 'المحور الرئيسي'],
  ['الاجتماع', 'التماسك الاجتماعي'],
  ['الوالي', 'من الجهة وإلى الجماعة'],
  ['petit', 'pétitions'],
  ['défi commun', 'un défi pour la commune'],
  ['commune', 'communication'],
  ['public', 'publication'],
  ['collectivité', 'collecte des déchets'],
  ['port', 'transport'],
  ['general', 'generation'],
  ['organisation', 'organe'],
  ['eau', 'bureau'],
  ['budget participatif', 'budget citoyen'],
  ['ⴰⵎⴰⵏ', 'ⵜⴰⵎⴰⵏⵜ'],
  ['2024', '20245'],
]

for (const tokenizer of [SEARCH_TOKENIZER, UNICODE]) {
  test.each(found)(`«%s» finds «%s» (${tokenizer})`, (query, document) => {
    expect(search(indexed(tokenizer, document), query, { prefix: query === 'participa' })).toBe(1)
  })

  test.each(notFound)(`«%s» leaves «%s» (${tokenizer})`, (query, document) => {
    expect(search(indexed(tokenizer, document), query, { prefix: false })).toBe(0)
  })
}

test('the last word alone is a beginning, also behind an article', () => {
  const index = indexed(SEARCH_TOKENIZER, 'الميزانية budget')
  expect(search(index, 'budget ميزا')).toBe(1)
  expect(search(index, 'ميزا budget')).toBe(0)
  expect(search(index, 'budget b')).toBe(1)
  expect(search(index, 'ميزا', { prefix: false })).toBe(0)
})

test('no list is asked for twice, nor for a phrase of which a word is asked for', () => {
  expect(anyOf(['_a', '_b _c', '_a', '_b _a', '_d'])).toBe('"_a" OR "_b _c" OR "_d"')
})

test('particles are searched only when alone', () => {
  const index = indexed(SEARCH_TOKENIZER, 'Budget communal')
  expect(search(index, 'le budget')).toBe(1)
  expect(search(index, 'le')).toBe(0)
  expect(search(indexed(SEARCH_TOKENIZER, 'le budget'), 'le')).toBe(1)
})

test.each([
  'comment faire un budget',
  'how do we budget',
  'لماذا نعد budget عبر',
  'what is our budget',
])('what makes a question of «%s» is not looked for', (query) => {
  const index = indexed(SEARCH_TOKENIZER, 'budget نعد')
  expect(search(index, query)).toBe(1)
})

test('an imam is not «in front of», unless written without its hamza', () => {
  expect(search(indexed(SEARCH_TOKENIZER, 'الازدحام أمام المدارس وأمام المقر'), 'إمام')).toBe(0)
  expect(search(indexed(SEARCH_TOKENIZER, 'تكوين امام المسجد'), 'إمام')).toBe(1)
  expect(search(indexed(SEARCH_TOKENIZER, 'تكوين إمام المسجد'), 'امام المسجد')).toBe(1)
})

test('the tokenizer cuts no word that was left whole', () => {
  const index = indexed(SEARCH_TOKENIZER, 'tout\u19b0petit 𞤀𞤣𞤤𞤢𞤥')
  expect(search(index, 'tout', { prefix: false })).toBe(0)
  expect(search(index, 'tout\u19b0petit')).toBe(1)
  expect(search(index, '𞤀𞤣')).toBe(1)
})

test.each([
  '"',
  '""" OR "',
  "'); drop table",
  'a" OR b',
  'NEAR(a b, 2)',
  'NEAR(',
  'title:budget',
  '{title body}: x',
  '- budget',
  'budget NOT',
  'AND',
  'OR OR OR',
  'NOT',
  '*',
  'bud*',
  '^budget',
  'a + b',
  '(((((',
  '\ud800',
  'budget\udfff',
  'a\0b',
  '\0',
  '\u202eabc\u202c',
  '\u200f\u2067كتاب\u2069',
  '👩🏽‍🌾 budget 🇲🇦',
  '1️⃣',
  'ﷺ',
  '½ ℡ ㎏',
  '_budget __x _',
  '𞤀 ꟁ 𑄇',
  'ـــ',
  'ⵯ',
  'x'.repeat(10_000),
  'كلمة '.repeat(2_000),
  '"* '.repeat(3_400),
  'a.'.repeat(5_000),
  "l'".repeat(5_000),
])('no input is a syntax error: %j', (input) => {
  for (const tokenizer of [SEARCH_TOKENIZER, UNICODE]) {
    const index = indexed(tokenizer, 'budget')
    expect(() => search(index, input)).not.toThrow()
    expect(() => search(index, input, { prefix: false })).not.toThrow()
  }
})

test('every ASCII character and pair of signs is safe', { timeout: 60_000 }, () => {
  const index = indexed(SEARCH_TOKENIZER, 'budget')
  const signs = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
  for (const one of signs) {
    for (const two of signs) {
      expect(() => search(index, `${one}budget${two}${one} ${two}`)).not.toThrow()
    }
  }
})

test.each(['', '   ', '"*()', '\0', '👩🏽‍🌾', '\u200f', 'ـــ', '\ud800'])(
  'nothing to search for in %j',
  (input) => {
    expect(matchQuery(input)).toBeNull()
  },
)

test('twelve different words at most', () => {
  const words = Array.from({ length: 40 }, (_, at) => `mot${at}`)
  expect(matchQuery(words.join(' '))?.split(' AND ')).toHaveLength(12)
  expect(matchQuery('budget Budget BUDGET')?.split(' AND ')).toHaveLength(1)
})

function indexed(tokenizer: string, document: string) {
  const sqlite = new Database(':memory:')
  sqlite.exec(`create virtual table doc using fts5(body, tokenize = "${tokenizer}")`)
  sqlite.prepare('insert into doc (body) values (?)').run(indexText(document))
  return sqlite
}

function search(sqlite: Database.Database, query: string, options?: { prefix?: boolean }) {
  const match = matchQuery(query, options)
  if (match === null) return 0
  return sqlite.prepare('select rowid from doc where doc match ?').all(match).length
}
