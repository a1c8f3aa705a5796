import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Row } from '#db/schema.ts'
import { Facts } from './facts.tsx'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'
import { Time } from './time.tsx'

export type Place = Row<'collectivity'> & {
  stage: Row<'cycle_stage'>['stage'] | null
  stage_since: string | null
  region_ar: string | null
  region_fr: string | null
  province_ar: string | null
  province_fr: string | null
  commune_ar: string | null
  commune_fr: string | null
}

export type Membership = {
  id: string
  joined_on: string | null
  wave: number | null
  left_on: string | null
  source_url: string | null
  is_current: boolean
}

type Props = { place: Place; memberships: Membership[] }

/** What the census and the network's own records say about a collectivity. */
export function PlaceFacts({ place, memberships }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const { population, milieu } = place
  const count = population === null ? '' : formatNumber(population, lang)
  return (
    <Facts
      title={t('collectivities.facts.title')}
      items={[
        { term: t('collectivities.facts.names'), value: <Names {...place} /> },
        { term: t('collectivities.facts.kind'), value: t(`collectivity_types.${place.kind}`) },
        { term: t('collectivities.facts.code'), value: <bdi>{place.code}</bdi> },
        ...useAround(place),
        {
          term: t('collectivities.facts.milieu'),
          value: milieu ? t(`collectivities.milieu.${milieu}`) : null,
        },
        {
          term: t('collectivities.facts.population'),
          value: count ? t('collectivities.population', { count }) : null,
        },
        {
          term: t('collectivities.cycle.title'),
          value: place.stage ? <Stage stage={place.stage} since={place.stage_since} /> : null,
        },
        {
          term: t('collectivities.facts.membership'),
          value: memberships.length ? (
            <Memberships memberships={memberships} />
          ) : (
            t('collectivities.not_member')
          ),
        },
      ]}
    />
  )
}

function Stage({ stage, since }: { stage: string; since: string | null }) {
  const { t } = useTranslation()
  return (
    <>
      {t(`collectivities.cycle.stages.${stage}`)}
      {since ? (
        <p className="meta">
          <span>
            {t('collectivities.cycle.since')} <Time value={since} />
          </span>
        </p>
      ) : null}
    </>
  )
}

function Names({ name_ar, name_fr, name_zgh }: Place) {
  return (
    <ul className="names">
      <li>
        <bdi lang="ar">{name_ar}</bdi>
      </li>
      <li>
        <bdi lang="fr">{name_fr}</bdi>
      </li>
      {name_zgh ? (
        <li>
          <bdi lang="zgh">{name_zgh}</bdi>
        </li>
      ) : null}
    </ul>
  )
}

function useAround(place: Place) {
  const { t } = useTranslation()
  const around = [
    { kind: 'region', code: place.region_code, ar: place.region_ar, fr: place.region_fr },
    { kind: 'province', code: place.province_code, ar: place.province_ar, fr: place.province_fr },
    { kind: 'commune', code: place.commune_code, ar: place.commune_ar, fr: place.commune_fr },
  ]
  return around.map(({ kind, code, ar, fr }) => ({
    term: t(`collectivities.facts.${kind}`),
    value: code && ar && fr ? <PlaceLink code={code} name_ar={ar} name_fr={fr} /> : null,
  }))
}

function PlaceLink(place: { code: string; name_ar: string; name_fr: string }) {
  return <Link to={placePath(place)}>{placeName(useLang(), place)}</Link>
}

function Memberships({ memberships }: { memberships: Membership[] }) {
  return (
    <ul className="names">
      {memberships.map((one) => (
        <li key={one.id}>
          <OneMembership {...one} />
        </li>
      ))}
    </ul>
  )
}

function OneMembership({ joined_on, left_on, wave, source_url }: Membership) {
  const { t } = useTranslation()
  return (
    <>
      {joined_on ? (
        <>
          {t('collectivities.joined')} <Time value={joined_on} />
        </>
      ) : (
        t('collectivities.joined_undated')
      )}
      {wave ? <> — {t('collectivities.wave', { wave })}</> : null}
      {left_on ? (
        <>
          {' '}
          — {t('collectivities.left')} <Time value={left_on} />
        </>
      ) : null}
      {source_url ? (
        <>
          {' '}
          <a href={source_url} rel="nofollow noopener">
            {t('collectivities.source')}
          </a>
        </>
      ) : null}
    </>
  )
}
