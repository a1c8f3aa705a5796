import type { Neighbour } from '#app/domain/collectivities/neighbours.server.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from './badge.tsx'
import { Link } from './link.tsx'
import { Section } from './section.tsx'

/** The collectivities near one and like it, each with the reason why it is named. */
export function PlaceNeighbours({ neighbours }: { neighbours: Neighbour[] }) {
  const { t } = useTranslation()
  const lang = useLang()
  if (neighbours.length === 0) return null
  return (
    <Section title={t('collectivities.neighbours')}>
      <ul className="place-list">
        {neighbours.map((place) => (
          <li key={place.code}>
            <Link to={placePath(place)}>{placeName(lang, place)}</Link>
            <p className="meta">
              <Why {...place} />
              {place.isMember ? (
                <Badge tone="positive" icon="check" label={t('collectivities.member')} />
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Why({ kind, near, likeness }: Neighbour) {
  const { t } = useTranslation()
  const isCommune = kind === 'commune'
  return (
    <>
      <span>{t(`collectivities.near.${near}`)}</span>
      {likeness ? (
        <span>
          {isCommune
            ? t('collectivities.like.kind', { kind: t(`alike.as.${likeness.as}`) })
            : t('collectivities.like.size')}
        </span>
      ) : null}
    </>
  )
}
