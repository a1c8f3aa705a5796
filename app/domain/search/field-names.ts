import type { Field } from './syntax.server.ts'

/** What narrows a query, as people write it in each language; any of them is understood anywhere. */
export const FIELD_NAMES: Record<Field, { ar: string[]; fr: string[]; en: string[] }> = {
  tag: { ar: ['كلمة', 'وسم'], fr: ['mot-clé', 'motclé', 'étiquette'], en: ['tag'] },
  kind: { ar: ['نوع'], fr: ['type', 'genre'], en: ['kind'] },
  region: { ar: ['جهة'], fr: ['région'], en: ['region'] },
  by: { ar: ['من', 'كاتب'], fr: ['par', 'auteur'], en: ['by'] },
  space: { ar: ['فضاء'], fr: ['espace'], en: ['space'] },
  after: { ar: ['بعد', 'منذ'], fr: ['après', 'depuis'], en: ['after'] },
}
