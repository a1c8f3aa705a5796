import type { Lang, Row } from '#db/schema.ts'
import { slugify } from '../items/paths.ts'

type Named = Pick<Row<'collectivity'>, 'name_ar' | 'name_fr'>

/** A collectivity's name for a reader: Arabic in Arabic, the official Latin spelling elsewhere. */
export function placeName(lang: Lang, place: Named) {
  return lang === 'ar' ? place.name_ar : place.name_fr
}

/** Where a collectivity is read, without the language. */
export function placePath({ code, name_fr }: { code: string; name_fr: string }) {
  return `/collectivities/${code}/${slugify(name_fr)}`
}
