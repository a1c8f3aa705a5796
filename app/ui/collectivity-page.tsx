import { useTranslation } from '#app/i18n/use-translation.ts'
import { PLACE_LISTS, type PlaceList } from '#app/domain/collectivities/collectivities.limits.ts'
import { placePath } from '#app/domain/collectivities/names.ts'
import type { Neighbour } from '#app/domain/collectivities/neighbours.server.ts'
import type { DrawnRegion } from '#app/domain/collectivities/outlines.server.ts'
import type { PlaceCard } from '#app/domain/collectivities/place.server.ts'
import type { Page } from '#app/domain/items/page.ts'
import { Badge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { PlaceFacts, type Membership, type Place } from './collectivity-facts.tsx'
import { PlacePreview } from './collectivity-items.tsx'
import { CollectivityList, type ListedPlace } from './collectivity-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { Link } from './link.tsx'
import { Follow } from './marks.tsx'
import { PlaceMap } from './place-map.tsx'
import { PlaceNeighbours } from './place-neighbours.tsx'
import { PageTitle } from './page-title.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'

type Person = {
  id: string
  function: string
  name: string
  handle: string
  ends_on: string | null
}

type Props = {
  place: Place
  name: string
  /** The viewer records who joins and leaves the network. */
  mayRecord: boolean
  /** The viewer says where its openness programme stands. */
  maySay: boolean
  /** Whether the viewer follows it; null for a visitor. */
  followed: boolean | null
  memberships: Membership[]
  parts: ListedPlace[]
  neighbours: Neighbour[]
  drawn: DrawnRegion | null
  people: Person[]
  former: Person[]
  lists: Record<PlaceList, Page<PlaceCard>>
}

/** A collectivity: what it is, whether it is in the network, what it shared and who speaks for it. */
export function CollectivityPage({
  place,
  name,
  mayRecord,
  maySay,
  followed,
  memberships,
  ...rest
}: Props) {
  const { t } = useTranslation()
  const isMember = memberships.some(({ is_current }) => is_current)
  return (
    <>
      <PageTitle
        title={name}
        kicker={
          <>
            <Badge icon="building" label={t(`collectivity_types.${place.kind}`)} />
            {isMember ? (
              <Badge tone="positive" icon="check" label={t('collectivities.member')} />
            ) : null}
          </>
        }
        breadcrumbs={[{ to: '/collectivities', label: t('collectivities.title') }]}
        actions={
          <>
            {followed === null ? null : (
              <Follow path={`/collectivities/${place.code}/follow`} on={followed} />
            )}
            {maySay ? (
              <ButtonLink to={`/collectivities/${place.code}/stage`} variant="secondary" small>
                {t('collectivities.cycle.say')}
              </ButtonLink>
            ) : null}
            {mayRecord ? <Record code={place.code} /> : null}
          </>
        }
      />
      <div className="with-aside">
        <Shared place={place} {...rest} />
        <aside className="stack-large">
          <PlaceMap place={place} drawn={rest.drawn} />
          <PlaceFacts place={place} memberships={memberships} />
          <People people={rest.people} mayHandOver={mayRecord} />
          <Former people={rest.former} />
          <p className="muted">{t('collectivities.attribution')}</p>
        </aside>
      </div>
    </>
  )
}

function Record({ code }: { code: string }) {
  const { t } = useTranslation()
  return (
    <ButtonLink to={`/collectivities/${code}/membership`} variant="secondary" small icon="edit">
      {t('collectivities.record.title')}
    </ButtonLink>
  )
}

type SharedProps = Pick<Props, 'place' | 'lists' | 'parts' | 'neighbours'>

function Shared({ place, lists, parts, neighbours }: SharedProps) {
  const { t } = useTranslation()
  const path = placePath(place)
  const nothing = PLACE_LISTS.every((list) => lists[list].rows.length === 0)
  return (
    <div className="stack-large">
      {nothing ? (
        <EmptyState
          title={t('collectivities.empty.title')}
          text={t('collectivities.empty.text')}
          action={
            <ButtonLink to="/practices/new" variant="secondary">
              {t('collectivities.empty.write')}
            </ButtonLink>
          }
        />
      ) : null}
      {PLACE_LISTS.map((list) => (
        <PlacePreview key={list} list={list} page={lists[list]} path={path} />
      ))}
      <PlaceNeighbours neighbours={neighbours} />
      {parts.length ? (
        <Section title={t(`collectivities.parts.${place.kind}`)}>
          <CollectivityList places={parts} columns />
        </Section>
      ) : null}
    </div>
  )
}

function People({ people, mayHandOver }: { people: Person[]; mayHandOver: boolean }) {
  const { t } = useTranslation()
  if (people.length === 0) return null
  return (
    <Section title={t('collectivities.people')}>
      <ul className="place-list">
        {people.map((person) => (
          <li key={person.id}>
            <Link to={`/people/${person.handle}`}>
              <bdi>{person.name}</bdi>
            </Link>
            <p className="meta">
              <span>{t(`functions.${person.function}`)}</span>
              {mayHandOver ? (
                <Link to={`/seats/${person.id}/hand-over`}>{t('seats.hand_over.link')}</Link>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Former({ people }: { people: Person[] }) {
  const { t } = useTranslation()
  if (people.length === 0) return null
  return (
    <Section title={t('collectivities.former')}>
      <ul className="place-list">
        {people.map((person) => (
          <li key={person.id}>
            <Link to={`/people/${person.handle}`}>
              <bdi>{person.name}</bdi>
            </Link>
            <p className="meta">
              <span>{t(`functions.${person.function}`)}</span>
              <span>
                {t('seats.until')} <Time value={person.ends_on ?? ''} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
