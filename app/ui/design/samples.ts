import type { ItemAuthor } from '#app/domain/items/authors.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import type { Lang } from '#db/schema.ts'
import type { Segment } from '../marked.tsx'

/** Words as people write them here, mixed scripts and numbers included, to see the components with. */
export type Samples = {
  title: string
  long: string
  mixed: string
  person: string
  names: string[]
  place: string
  tags: string[]
  marked: Segment[]
  prose: string
}

export const SAMPLES: Record<'ar' | 'fr', Samples> = {
  ar: {
    title: 'الميزانية المفتوحة للجماعة',
    long: 'نشر وثائق الميزانية بصيغة مبسطة تُفهم دون خبرة محاسبية، مع لقاءات عمومية في الدواوير البعيدة عن مركز الجماعة قبل التصويت عليها',
    mixed: '«برنامج PAC 2024» (الصيغة 2.0) – 3.500.000 درهم، 12 %',
    person: 'فاطمة الزهراء بنعلي',
    names: ['فاطمة الزهراء بنعلي', 'Mohammed El Idrissi', 'العربي', 'ⵉⴷⵉⵔ'],
    place: 'جماعة تطوان',
    tags: ['الميزانية التشاركية', 'شفافية', 'PAC 2024'],
    marked: [
      { text: 'تنشر ', mark: false },
      { text: 'الجماعات', mark: true },
      { text: ' وثائق ', mark: false },
      { text: 'ميزاني', mark: true },
      { text: 'تها على بوابتها.', mark: false },
    ],
    prose:
      '<h3 dir="auto">الخطوات</h3><p dir="auto">نص عادي، وفيه <strong>نص بارز</strong> و<a href="/ar/about">رابط</a> و<code>budget.csv</code>.</p><ol dir="rtl"><li dir="auto">أولا</li><li dir="auto">ثانيا</li></ol><blockquote dir="rtl"><p dir="auto">اقتباس من رد سابق.</p></blockquote><table dir="rtl"><thead><tr><th dir="auto">السنة</th><th dir="auto">المبلغ</th></tr></thead><tbody><tr><td dir="auto">2024</td><td dir="auto">3.500.000</td></tr></tbody></table>',
  },
  fr: {
    title: 'Le budget ouvert de la commune',
    long: 'Publier les documents budgétaires sous une forme que l’on comprend sans être comptable, avec des réunions publiques dans les douars éloignés du centre avant le vote',
    mixed: 'Programme « برنامج PAC 2024 » (version 2.0) – 3 500 000 DH, 12 %',
    person: 'Fatima-Zahra Benali',
    names: ['Fatima-Zahra Benali', 'محمد الإدريسي', 'Al-Arabi', 'ⵉⴷⵉⵔ'],
    place: 'Commune de Tétouan',
    tags: ['Budget participatif', 'شفافية', 'PAC 2024'],
    marked: [
      { text: 'Les ', mark: false },
      { text: 'communes', mark: true },
      { text: ' publient leur ', mark: false },
      { text: 'budget', mark: true },
      { text: ' sur leur portail.', mark: false },
    ],
    prose:
      '<h3 dir="auto">Étapes</h3><p dir="auto">Du texte, un passage <strong>important</strong>, <a href="/fr/about">un lien</a> et <code>budget.csv</code>.</p><ul dir="ltr"><li dir="auto">un</li><li dir="auto">deux</li></ul><blockquote dir="ltr"><p dir="auto">Une citation.</p></blockquote><table dir="ltr"><thead><tr><th dir="auto">Année</th><th dir="auto">Montant</th></tr></thead><tbody><tr><td dir="auto">2024</td><td dir="auto">3 500 000</td></tr></tbody></table>',
  },
}

const AT = '2026-08-14T09:30:00.000Z'
const PLACE = { code: '01.571.01.05', name_ar: 'تطوان', name_fr: 'Tétouan' }

/** An author with a seat, and one whose account is gone. */
export function authorOf({ person }: Samples): ItemAuthor {
  return { name: person, handle: 'example', function: 'focal_point', place: PLACE }
}

/** A card of each kind, in the states that cards have. */
export function cardsOf({ title, long, mixed }: Samples, lang: Lang): Card[] {
  const card: Card = {
    id: 'practice',
    kind: 'practice',
    state: 'published',
    title,
    summary: long,
    lang,
    adopters: 0,
    published_at: AT,
    created_at: AT,
    hidden_at: null,
    place: PLACE,
    place_text: null,
    space: null,
    principles: [...PRINCIPLES.slice(0, 2)],
    stage: 'running',
    year: 2024,
    starts_on: null,
    ends_on: null,
    progress: null,
    form: null,
    answered: false,
    reply_count: null,
  }
  const plain = { year: null, stage: null, principles: [], summary: null }
  const closed = { name: mixed, slug: 'closed', visibility: 'private' as const }
  return [
    card,
    { ...card, ...plain, id: 'tool', kind: 'tool', title: mixed, state: 'draft' },
    { ...card, ...plain, id: 'challenge', kind: 'challenge', progress: 'working' },
    { ...card, ...plain, id: 'question', kind: 'thread', form: 'question', answered: true, reply_count: 12, title: long, space: closed }, // prettier-ignore
    { ...card, ...plain, id: 'hidden', kind: 'thread', form: 'experience', hidden_at: AT, reply_count: 0 }, // prettier-ignore
  ]
}
