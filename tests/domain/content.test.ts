import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import ar from '#locales/ar.json'
import en from '#locales/en.json'
import fr from '#locales/fr.json'

type Labels = { label: string; other: string[] }
type Tag = { slug: string; parent: string | null; ar: Labels; fr: Labels; en: Labels }
type Territory = Record<'region_id' | 'province_id' | 'commune_id', string | undefined> & {
  code: string
  name_fr: string
  name_ar: string
  slug: string
}
type Level = 'regions' | 'provinces' | 'communes' | 'arrondissements'
type Member = { code: string; joined_on: string | null; wave: number | null; source_url: string }
type Entry = {
  id: string
  kind: 'practice' | 'tool' | 'challenge'
  principles: string[]
  tags: string[]
  challenges?: string[]
  stage: string | null
  territory_code: string | null
  source_url: string
  title_fr: string
  title_ar: string
  summary_fr: string
  summary_ar: string
}

const territories = read<Record<Level, Territory[]>>('reference/territories.json')
const aliases = read<Record<string, string[]>>('reference/aliases.json')
const members = read<Member[]>('reference/members.json')
const tags = read<Tag[]>('reference/tags.json')
const entries = read<Entry[]>('sample/practices.json')

const { regions, provinces, communes, arrondissements } = territories
const places = [...regions, ...provinces, ...communes, ...arrondissements]
const codes = new Set(places.map((place) => place.code))
const slugs = new Set(tags.map((tag) => tag.slug))

test('every collectivity is there once, named in both languages, under parents that exist', () => {
  expect([regions, provinces, communes, arrondissements].map((level) => level.length)).toEqual([
    12, 75, 1503, 41,
  ])
  expect(codes.size).toBe(places.length)
  for (const place of places) {
    expect(place.name_fr && place.name_ar && place.slug, place.code).toBeTruthy()
    const parents = [place.region_id, place.province_id, place.commune_id]
    expect(absent(parents, codes), place.code).toEqual([])
  }
  expect(provinces.filter((place) => !place.region_id)).toEqual([])
  expect(communes.filter((place) => !place.province_id)).toEqual([])
  expect(arrondissements.filter((place) => !place.commune_id)).toEqual([])
})

test('every other spelling belongs to a collectivity and differs from its names', () => {
  expect(absent(Object.keys(aliases), codes)).toEqual([])
  const known = new Map(places.map((place) => [place.code, place]))
  for (const [code, spellings] of Object.entries(aliases)) {
    const place = known.get(code)
    expect(repeated([...spellings, place?.name_fr ?? '', place?.name_ar ?? '']), code).toEqual([])
  }
  expect(aliases['01.511.01.01']).toContain('Asilah')
  expect(aliases['02.381.01.03']).toContain('Beni Ansar')
})

test('every member is a collectivity, listed once, with its source', () => {
  const listed = members.map((member) => member.code)
  expect(absent(listed, codes)).toEqual([])
  expect(repeated(listed)).toEqual([])
  expect(
    absent(
      regions.map((region) => region.code),
      new Set(listed),
    ),
  ).toEqual([])
  for (const { code, joined_on, source_url } of members) {
    expect(source_url, code).toMatch(/^https?:/)
    expect(joined_on ?? '2022-10-21', code).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})

test('every tag has a place in the tree and a name in Arabic, French and English', () => {
  expect(slugs.size).toBe(tags.length)
  const tops = new Set(tags.filter((tag) => !tag.parent).map((tag) => tag.slug))
  for (const tag of tags) {
    expect(tag.slug).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(absent([tag.parent], slugs), tag.slug).toEqual([])
    expect(tops.has(rootOf(tag)), tag.slug).toBe(true)
    expect(tag.ar.label && tag.fr.label && tag.en.label, tag.slug).toBeTruthy()
  }
})

test('no word names two tags in one language, nor one tag twice', () => {
  for (const lang of ['ar', 'fr', 'en'] as const) {
    const words = tags.flatMap((tag) => [tag[lang].label, ...tag[lang].other])
    expect(repeated(words.map(plain)), lang).toEqual([])
  }
})

test('the 67 entries are there, each with its source, both languages and a place that exists', () => {
  expect(kinds()).toEqual({ practice: 40, tool: 14, challenge: 13 })
  expect(repeated(entries.map((entry) => entry.id))).toEqual([])
  for (const entry of entries) {
    expect(entry.source_url, entry.id).toMatch(/^https?:\/\/\S+$/)
    expect(absent([entry.territory_code], codes), entry.id).toEqual([])
    const texts = [entry.title_fr, entry.title_ar, entry.summary_fr, entry.summary_ar]
    expect(texts.every(Boolean), entry.id).toBe(true)
  }
})

test('every entry is filed under principles, stages and two to five tags that exist', () => {
  const principles = new Set(Object.keys(fr.principles))
  const stages = new Set(Object.keys(fr.stages))
  for (const entry of entries) {
    expect(absent(entry.principles, principles), entry.id).toEqual([])
    expect(absent([entry.stage], stages), entry.id).toEqual([])
    expect(absent(entry.tags, slugs), entry.id).toEqual([])
    expect(repeated(entry.tags), entry.id).toEqual([])
    expect(entry.tags.length, entry.id).toBeGreaterThanOrEqual(2)
    expect(entry.tags.length, entry.id).toBeLessThanOrEqual(5)
  }
})

test('practices and tools lead to challenges that exist, and each challenge is answered by one', () => {
  const challenges = entries.filter((entry) => entry.kind === 'challenge').map((entry) => entry.id)
  const answered = new Set(entries.flatMap((entry) => entry.challenges ?? []))
  expect(absent([...answered], new Set(challenges))).toEqual([])
  expect(absent(challenges, answered)).toEqual([])
  for (const entry of entries) {
    expect(Array.isArray(entry.challenges), entry.id).toBe(entry.kind !== 'challenge')
  }
})

// The reference text of the charter, sentence by sentence, in the order of its numbers.
const CHARTER = {
  title: 'ميثاق الشبكة المغربية للجماعات الترابية المنفتحة',
  network: 'الشبكة المغربية للجماعات الترابية المنفتحة',
  motto: 'الجماعات الترابية، خدمات وتنمية تشاركية',
  'preamble.p1':
    'بناء على التوجهات الملكية السامية المتعلقة بتعبئة إمكانات الأمة وإشراك جميع مهاراتها من أجل تنفيذ النموذج التنموي الجديد للمغرب؛',
  'preamble.p2':
    'وفقاً لمقتضيات دستور المملكة المتعلقة بتكريس مبادئ الشفافية والمساءلة والمشاركة المواطنة؛',
  'preamble.p3':
    'استناداً على القوانين التنظيمية للجماعات الترابية وقوانين وأنظمة أخرى تهدف إلى تعزيز مبادئ الشفافية والمسؤولية والمساءلة والديمقراطية التشاركية؛',
  'preamble.p4':
    'اعتباراً لأهمية اعتماد تنمية منفتحة كنموذج يجعل المواطن في صلب اهتماماته ويرتكز على مبادئ الحكامة التشاركية بهدف تحقيق تنمية محلية دامجة، تبعا لانخراط المملكة المغربية في مبادرة «الشراكة من أجل الحكومة المنفتحة» سنة 2018 والمقتضيات الدولية المتعلقة بحقوق الإنسان والحكامة الجيدة التي صادق عليها المغرب؛',
  'preamble.p5':
    'تم خلق الشبكة المغربية للجماعات الترابية المنفتحة (REMACTO)، كفضاء للتعاون وتقاسم التجارب والممارسات الجيدة بين الجماعات الترابية، وتطوير قدراتها حول مبادئ الانفتاح.',
  'purpose.title': 'الهدف من ميثاق الشبكة المغربية للجماعات الترابية المنفتحة',
  'purpose.text':
    'يقدم ميثاق الشبكة المغربية للجماعات الترابية المنفتحة مبادئ وقيم وأهداف الشبكة، إضافة إلى التزامات أعضائها.',
  'open_collectivity.title': 'الجماعة الترابية المنفتحة',
  'open_collectivity.text':
    'تسهر الجماعة الترابية المنفتحة على تعزيز وتقوية مبادئ الشفافية والتعاون والمشاركة المواطنة. كما تعمل على إشراك المواطنين والمواطنات وهيئات المجتمع المدني في إعداد وتتبع وتقييم، بشكل تشاركي، جميع مشاريع وبرامج التنمية.',
  'importance.title': 'أهمية الجماعة الترابية المنفتحة',
  'importance.intro': 'تهدف الجماعة الترابية المنفتحة إلى:',
  'importance.i1':
    'تعزيز ثقة المواطن من خلال الشفافية والمساءلة والمشاركة المواطنة والتواصل وتنفيذ آليات المشاركة المواطنة',
  'importance.i2': 'العمل بتعاون وثيق مع المجتمع المدني كحليف رئيسي لمواجهة تحديات التنمية الدامجة',
  'importance.i3':
    'تحسين الخدمات العمومية المحلية من خلال رقمنة تسيير الجماعة الترابية وكذا الخدمات العمومية المقدمة للمواطن',
  'values.title': 'قيم الشبكة المغربية للجماعات الترابية المنفتحة',
  'values.v1': 'تقاسم الممارسات الجيدة والأدوات المتعلقة بمبادئ الانفتاح',
  'values.v2':
    'الحوار بين الجماعات الترابية الأعضاء حول الممارسات والتحديات المشتركة المتعلقة بالتنمية المحلية المنفتحة',
  'commitments.title': 'التزامات أعضاء الشبكة المغربية للجماعات الترابية المنفتحة',
  'commitments.c1':
    'احترام النظم المعيارية المعمول بها من حيث الشفافية والولوج إلى المعلومات والمشاركة المواطنة والتحول الرقمي والابتكار العمومي',
  'commitments.c2':
    'اعتماد برامج عمل الانفتاح بإشراك المجتمع المدني المحلي وكذلك جميع الفاعلين المعنيين خلال جميع مراحل هذا المسلسل',
  'commitments.c3':
    'السهر على تنفيذ وتتبع وتقييم برامج عمل انفتاح الجماعات الترابية بإشراك المجتمع المدني المحلي وكذلك جميع الفاعلين المعنيين',
  'commitments.c4':
    'خلق دينامية ترابية تهدف إلى تعزيز المشاركة والتعاون مع الجهات الفاعلة الأخرى داخل التراب',
  'commitments.c5':
    'المساهمة في إشعاع الجماعات الترابية المغربية على المستوى الوطني والقاري والدولي',
}

test('the Arabic charter is the reference text, and its translations have the same parts', () => {
  // The note on its translations and the link to it are the forum's own words.
  const { translation_note, reference, ...charter } = ar.charter
  expect(translation_note && reference).toBeTruthy()
  expect(flat(charter)).toEqual(CHARTER)
  expect(Object.keys(flat(fr.charter))).toEqual(Object.keys(flat(ar.charter)))
  expect(Object.keys(flat(en.charter))).toEqual(Object.keys(flat(ar.charter)))
})

function read<T>(path: string) {
  return JSON.parse(readFileSync(new URL(`../../db/${path}`, import.meta.url), 'utf8')) as T
}

function absent(wanted: (string | null | undefined)[], known: Set<string>) {
  return wanted.filter((value) => value && !known.has(value))
}

function repeated(values: string[]) {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function rootOf(tag: Tag, depth = 0): string {
  const parent = tags.find((other) => other.slug === tag.parent)
  return parent && depth < tags.length ? rootOf(parent, depth + 1) : tag.slug
}

function plain(word: string) {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function kinds() {
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length
  return { practice: count('practice'), tool: count('tool'), challenge: count('challenge') }
}

function flat(node: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[path + key, value]]
        : Object.entries(flat(value, `${path}${key}.`)),
    ),
  )
}
