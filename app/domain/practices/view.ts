import type { Lang, Row } from '#db/schema.ts'
import type { Attested } from '../attestations/attestations.ts'
import type { Card } from '../items/cards.ts'
import type { MemberPart } from '../items/items.limits.ts'
import type { TagName } from '../tags/tags.server.ts'
import type { PracticeSection } from './practices.limits.ts'
import type { TranslationCredit } from './translations.ts'

type Place = Pick<Row<'collectivity'>, 'code' | 'name_ar' | 'name_fr'>
type Kept = 'item_id' | 'import_id' | 'collectivity_code' | 'country' | `${MemberPart}_readers`
type Facts = Omit<Row<'practice'>, Kept>

/** A practice or a tool as its page shows it: stored, or as it would be from what was typed. */
export type PracticeView = Facts & {
  kind: 'practice' | 'tool'
  /** The version shown, and the language the practice was written in. */
  lang: Lang
  original: Lang
  versions: Lang[]
  /** How the version shown came about; null for the original. */
  translation: TranslationCredit | null
  title: string
  summary: string | null
  sections: { name: PracticeSection; lang: Lang; html: string }[]
  /** Which of its parts are read by members alone, for whoever reads them. */
  for_members: MemberPart[]
  collectivity: Place | null
  region: Place | null
  country: string
  principles: string[]
  tags: TagName[]
  challenges: { id: string; title: string; lang: Lang }[]
  /** Where it was presented. */
  events: Card[]
  /** The threads that ask about it, and the one it was made from, where the reader may read them. */
  questions: Card[]
  origin: Card | null
  people: { name: string; handle: string }[]
  /** Whose words it was made from, of those who may be named to the reader. */
  credits: { name: string; handle: string }[]
  /** Taken over from a public source, by nobody of the network. */
  imported: boolean
  /** Written for a collectivity, which has confirmed it. */
  attested: Attested | null
  published_at: string | null
  edited_at: string | null
}

/** A practice in a second language, to stand beside the version that is shown; in words of that language. */
export type SecondVersion = {
  lang: Lang
  title: string
  summary: string | null
  facts: { term: string; text: string; dir: 'rtl' | 'ltr' }[]
  sections: { name: PracticeSection; title: string; html: string }[]
}
