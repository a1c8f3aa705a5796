import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { ItemAuthor } from '#app/domain/items/authors.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Author } from './person-line.tsx'
import type { Option } from './select-field.tsx'

/** Puts an author into the words of the page: name, function, collectivity. */
export function useAuthor() {
  const { t } = useTranslation()
  const lang = useLang()
  return ({ name, handle, function: held, place }: ItemAuthor): Author => ({
    name: name ?? t('posts.gone'),
    to: handle === null ? undefined : `/people/${handle}`,
    role: held === null ? undefined : t(`functions.${held}`),
    place: place ? { name: placeName(lang, place), to: placePath(place) } : undefined,
  })
}

/** A seat one may speak from. */
export type OwnSeat = {
  id: string
  function: NonNullable<ItemAuthor['function']>
  place: ItemAuthor['place']
}

/** Seats as the choices of a field: function and place. */
export function useSeatOptions() {
  const { t } = useTranslation()
  const lang = useLang()
  return (seats: OwnSeat[]): Option[] =>
    seats.map(({ id, function: held, place }) => ({
      value: id,
      label: [t(`functions.${held}`), place && placeName(lang, place)].filter(Boolean).join(' — '),
    }))
}
