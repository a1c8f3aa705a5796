import { useTranslation } from 'react-i18next'
import { FOUND_MAX } from '#app/domain/collectivities/collectivities.limits.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { CollectivityList, type ListedPlace } from './collectivity-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { Figures } from './figures.tsx'
import { Link } from './link.tsx'
import { formatNumber } from './numbers.ts'
import { PageTitle } from './page-title.tsx'
import { SearchBox } from './search-box.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'

type Region = {
  code: string
  name_ar: string
  name_fr: string
  population: number | null
  members: number
}

type Joined = ListedPlace & { joined_on: string | null; wave: number | null }

type Props = {
  q: string
  regions: Region[]
  members: number
  region: (Region & { joined: Joined[]; parts: ListedPlace[] }) | null
  /** The region looked in. */
  chosen: string | null
  found: ListedPlace[] | null
}

/** The collectivities of the country, found by name, or region by region with the network's members. */
export function CollectivitiesPage(props: Props) {
  const { q, regions, members, region, chosen, found } = props
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
      {found ? <Found found={found} /> : null}
      {region ? <RegionParts region={region} /> : null}
      {found || region ? null : <Regions regions={regions} members={members} />}
      <p className="muted">{t('collectivities.attribution')}</p>
    </div>
  )
}

function Found({ found }: { found: ListedPlace[] }) {
  const { t } = useTranslation()
  if (found.length === 0) {
    return (
      <EmptyState
        title={t('collectivities.not_found.title')}
        text={t('collectivities.not_found.text')}
      />
    )
  }
  return (
    <Section title={t('collectivities.found')}>
      <CollectivityList places={found} />
      {found.length === FOUND_MAX ? <p className="muted">{t('collectivities.too_many')}</p> : null}
    </Section>
  )
}

function Regions({ regions, members }: Pick<Props, 'regions' | 'members'>) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <>
      <Figures
        items={[{ value: members, label: t('collectivities.members', { count: members }) }]}
      />
      <Section title={t('collectivities.by_region')}>
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('collectivities.facts.region')}</th>
                <th scope="col" className="numeric">
                  {t('collectivities.members_column')}
                </th>
                <th scope="col" className="numeric">
                  {t('collectivities.population_2024')}
                </th>
              </tr>
            </thead>
            <tbody>
              {regions.map((region) => (
                <tr key={region.code}>
                  <th scope="row">
                    <Link to={`/collectivities?region=${region.code}`}>
                      {placeName(lang, region)}
                    </Link>
                  </th>
                  <td className="numeric">{formatNumber(region.members, lang)}</td>
                  <td className="numeric">
                    {region.population === null ? '' : formatNumber(region.population, lang)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  )
}

function RegionLink(region: Region) {
  const { t } = useTranslation()
  return <Link to={placePath(region)}>{t('collectivities.region_page')}</Link>
}

function RegionParts({ region }: { region: NonNullable<Props['region']> }) {
  const { t } = useTranslation()
  return (
    <>
      <Section title={t('collectivities.members_of_region')}>
        {region.joined.length ? (
          <CollectivityList places={region.joined} after={(place) => <Since {...place} />} />
        ) : (
          <p>{t('collectivities.no_members')}</p>
        )}
      </Section>
      <Section title={t('collectivities.parts.region')}>
        <CollectivityList places={region.parts} columns />
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
