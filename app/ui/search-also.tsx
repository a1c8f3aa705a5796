import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { TagLink } from './chip.tsx'
import { Link } from './link.tsx'
import type { Topic } from './search-ways.tsx'

type Props = {
  places: { code: string; name_ar: string; name_fr: string; kind: string }[]
  tags: Topic[]
  spaces: { slug: string; name: string; lang: string }[]
  people: { handle: string; name: string }[]
}

/** What the words name beside what is written: collectivities, tags, spaces and people. */
export function SearchAlso({ places, tags, spaces, people }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  if (places.length + tags.length + spaces.length + people.length === 0) return null
  return (
    <section className="search-also card card-shaded" aria-label={t('search.also')}>
      <Group title={t('search.places')}>
        {places.map((place) => (
          <li key={place.code}>
            <Link to={placePath(place)}>{placeName(lang, place)}</Link>{' '}
            <small>{t(`collectivity_types.${place.kind}`)}</small>
          </li>
        ))}
      </Group>
      <Group title={t('search.tags')}>
        {tags.map((tag) => (
          <li key={tag.slug}>
            <TagLink slug={tag.slug} label={tag.label} lang={tag.lang} />
          </li>
        ))}
      </Group>
      <Group title={t('search.spaces')}>
        {spaces.map((space) => (
          <li key={space.slug}>
            <Link to={`/spaces/${space.slug}`} lang={space.lang} dir="auto">
              {space.name}
            </Link>
          </li>
        ))}
      </Group>
      <Group title={t('search.people')}>
        {people.map((person) => (
          <li key={person.handle}>
            <Link to={`/people/${person.handle}`} dir="auto">
              {person.name}
            </Link>
          </li>
        ))}
      </Group>
    </section>
  )
}

function Group({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <div className="cluster">
      <h2>{title}</h2>
      <ul className="cluster search-named">{children}</ul>
    </div>
  )
}
