import { useTranslation } from '#app/i18n/use-translation.ts'
import { FOUND_MAX } from '#app/domain/collectivities/collectivities.limits.ts'
import { type MappedArea, type Measure, MEASURES } from '#app/domain/collectivities/map.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { DrawnRegion } from '#app/domain/collectivities/outlines.server.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { AreaTable } from './area-table.tsx'
import { CollectivityList, type ListedPlace } from './collectivity-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { Figures } from './figures.tsx'
import { Link } from './link.tsx'
import { PageTitle } from './page-title.tsx'
import { ProvinceMap, RegionMap, RegionTable } from './region-map.tsx'
import { SearchBox } from './search-box.tsx'
import { Section } from './section.tsx'
import { Tabs } from './tabs.tsx'
import { Time } from './time.tsx'

type Joined = ListedPlace & { joined_on: string | null; wave: number | null }

type RegionProps = {
  joined: Joined[]
  /** The region itself and its provinces. */
  areas: MappedArea[]
  drawn: DrawnRegion | null
}

type Props = {
  q: string
  regions: MappedArea[]
  /** What the map shows. */
  by: Measure
  members: number
  region: (MappedArea & RegionProps) | null
  /** The region looked in. */
  chosen: string | null
  /** `near`: nothing is called so, but these nearly are. */
  found: { places: ListedPlace[]; near: boolean } | null
}

/** The collectivities of the country, found by name, or region by region with the network's members. */
export function CollectivitiesPage(props: Props) {
  const { q, region, chosen, found } = props
  const { t } = useTranslation()
  const lang = useLang()
  const up = q || region ? [{ to: '/collectivities', label: t('collectivities.title') }] : []
  return (
    <div className="stack-large">
      <div>
        <PageTitle
          title={region ? placeName(lang, region) : t('collectivities.title')}
          lead={region ? <RegionLink {...region} /> : t('collectivities.lead')}
          breadcrumbs={up}
        />
        <div className="stack narrow">
          <p>{t('collectivities.search')}</p>
          <SearchBox
            action="/collectivities"
            value={q}
            label={t('collectivities.search')}
            hidden={chosen ? [{ name: 'region', value: chosen }] : []}
          />
        </div>
      </div>
      {found ? <Found {...found} /> : null}
      {region ? <RegionParts region={region} by={props.by} /> : null}
      {found || region ? null : <Regions {...props} />}
      <p className="muted">{t('collectivities.attribution')}</p>
    </div>
  )
}

function Found({ places, near }: NonNullable<Props['found']>) {
  const { t } = useTranslation()
  if (places.length === 0) {
    return (
      <EmptyState
        title={t('collectivities.not_found.title')}
        text={t('collectivities.not_found.text')}
      />
    )
  }
  return (
    <Section title={t(near ? 'collectivities.near_names' : 'collectivities.found')}>
      <CollectivityList places={places} />
      {places.length === FOUND_MAX ? <p className="muted">{t('collectivities.too_many')}</p> : null}
    </Section>
  )
}

function Regions({ regions, members, by }: Pick<Props, 'regions' | 'members' | 'by'>) {
  const { t } = useTranslation()
  return (
    <>
      <Figures
        items={[{ value: members, label: t('collectivities.members', { count: members }) }]}
      />
      <Section title={t('collectivities.by_region')}>
        <Measures by={by} />
        <div className="regions">
          <RegionMap regions={regions} by={by} />
          <RegionTable regions={regions} />
        </div>
      </Section>
    </>
  )
}

function Measures({ by, region }: { by: Measure; region?: string }) {
  const { t } = useTranslation()
  const at = (show: Measure) => {
    const asked = new URLSearchParams(region ? { region } : {})
    if (show !== 'members') asked.set('show', show)
    return asked.size ? `/collectivities?${asked}` : '/collectivities'
  }
  return (
    <Tabs
      label={t('collectivities.map.show')}
      items={MEASURES.map((measure) => ({
        to: at(measure),
        label: t(`collectivities.map.by.${measure}`),
        current: measure === by,
      }))}
    />
  )
}

function RegionLink(region: MappedArea) {
  const { t } = useTranslation()
  return <Link to={placePath(region)}>{t('collectivities.region_page')}</Link>
}

function RegionParts({ region, by }: { region: MappedArea & RegionProps; by: Measure }) {
  const { t } = useTranslation()
  const { areas, drawn } = region
  const rows = areas.map((area) => ({
    area,
    to: placePath(area),
    label: area.code === region.code ? t('collectivities.map.region_itself') : undefined,
  }))
  return (
    <>
      <Section title={t('collectivities.parts.region')}>
        <Measures by={by} region={region.code} />
        <div className="regions">
          {drawn ? <ProvinceMap provinces={areas} by={by} drawn={drawn} /> : null}
          <AreaTable title={t('collectivities.facts.province')} rows={rows} />
        </div>
      </Section>
      <Section title={t('collectivities.members_of_region')}>
        {region.joined.length ? (
          <CollectivityList places={region.joined} after={(place) => <Since {...place} />} />
        ) : (
          <p>{t('collectivities.no_members')}</p>
        )}
      </Section>
    </>
  )
}

function Since({ joined_on }: Partial<Joined>) {
  const { t } = useTranslation()
  if (!joined_on) return null
  return (
    <>
      {t('collectivities.since')} <Time value={joined_on} />
    </>
  )
}
