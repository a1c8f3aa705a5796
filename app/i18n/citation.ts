import type { TFunction } from 'i18next'
import { placeName } from '#app/domain/collectivities/names.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import type { Lang } from '#db/schema.ts'
import { formatDate } from './dates.ts'

type Cited = { practice: PracticeView; address: string }

/** A practice as people name it at the foot of a text, in their language. */
export function citation(t: TFunction, lang: Lang, { practice, address }: Cited) {
  const { collectivity, place, people, title, published_at, licence, translation } = practice
  const named = people.map(({ name }) => name).join(', ')
  const who = [named, collectivity ? placeName(lang, collectivity) : place]
    .filter(Boolean)
    .join(' — ')
  const at = published_at ? formatDate(published_at, t) : ''
  const whole = t('practices.source.citation', { who, title, at, address, licence })
  const translator = translation?.translator?.name
  return translator ? `${whole} ${t('translations.cited', { name: translator })}` : whole
}
