import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import type { Reader } from '#app/domain/spaces/audience.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Disclosure } from './disclosure.tsx'
import { Link } from './link.tsx'

type Props = {
  /** What they are called here: else those who can read. */
  label?: string
  people: Reader[]
  /** Where all of them are listed, when these are only the first. */
  all?: string
}

/** Who can read something private, by name, under the collectivities they sit in; one may leave it closed. */
export function Readers({ label, people, all }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const named = (reader: Reader) => reader.place && placeName(lang, reader.place)
  const places = [...new Set(people.map(named))].sort(
    (a, b) => Number(a === null) - Number(b === null),
  )
  return (
    <Disclosure summary={label ?? t('ui.audience.who')}>
      <ul className="readers">
        {places.map((place) => (
          <li key={place ?? ''}>
            {place ? <strong>{place}</strong> : null}
            <People people={people.filter((reader) => named(reader) === place)} />
          </li>
        ))}
      </ul>
      {all ? <Link to={all}>{t('ui.audience.all')}</Link> : null}
    </Disclosure>
  )
}

function People({ people }: { people: Reader[] }) {
  return (
    <ul className="cluster">
      {people.map(({ name, handle }) => (
        <li key={handle}>
          <Link to={`/people/${handle}`}>
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}
