import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { Active } from '#app/domain/tags/active.server.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'

/** Who is active with a tag, and where; it stands beside what is filed there. */
export function TagActive({ active, slug }: { active: Active; slug: string }) {
  const { t } = useTranslation()
  const lang = useLang()
  const { regions, places, people } = active
  if (regions.length + places.length + people.length === 0) return null
  // All that is filed there, narrowed to one region.
  const inRegion = (region: string) =>
    `/search?${new URLSearchParams({ q: `tag:${slug}`, region })}`
  return (
    <aside className="stack-large">
      <Counts
        title={t('tags.active.places')}
        rows={places.map((place) => ({
          to: placePath(place),
          name: placeName(lang, place),
          count: place.count,
        }))}
      />
      <Counts
        title={t('tags.active.people')}
        rows={people.map(({ handle, ...person }) => ({ to: `/people/${handle}`, ...person }))}
      />
      <Counts
        title={t('tags.active.regions')}
        rows={regions.map((region) => ({
          to: inRegion(region.code),
          name: placeName(lang, region),
          count: region.count,
        }))}
      />
      <p className="muted">{t('tags.active.note')}</p>
    </aside>
  )
}

type CountsProps = { title: string; rows: { to: string; name: string; count: number }[] }

function Counts({ title, rows }: CountsProps) {
  const lang = useLang()
  if (rows.length === 0) return null
  return (
    <section className="facts">
      <h2>{title}</h2>
      <ul className="facet-values">
        {rows.map(({ to, name, count }) => (
          <li key={to}>
            <Link to={to}>
              <bdi>{name}</bdi>
              <small>{formatNumber(count, lang)}</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
