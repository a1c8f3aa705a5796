import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Link } from './link.tsx'

export type ListedPlace = {
  code: string
  kind: string
  name_ar: string
  name_fr: string
  province_ar?: string | null
  province_fr?: string | null
}

type Props<T> = {
  places: T[]
  /** Short names beside each other where there is room. */
  columns?: boolean
  after?: (place: T) => ReactNode
}

/** Collectivities by name, each with its kind and where it lies. */
export function CollectivityList<T extends ListedPlace>({ places, columns, after }: Props<T>) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <ul className={columns ? 'place-list place-list-columns' : 'place-list'}>
      {places.map((place) => (
        <li key={place.code}>
          <Link to={placePath(place)}>{placeName(lang, place)}</Link>
          <p className="meta">
            <span>{t(`collectivity_types.${place.kind}`)}</span>
            {place.province_ar && place.province_fr ? (
              <span>
                {placeName(lang, { name_ar: place.province_ar, name_fr: place.province_fr })}
              </span>
            ) : null}
            <After>{after?.(place)}</After>
          </p>
        </li>
      ))}
    </ul>
  )
}

function After({ children }: { children: ReactNode }) {
  return children ? <span>{children}</span> : null
}
