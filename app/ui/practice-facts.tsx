import { Fragment } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { ExternalLink } from './external-link.tsx'
import { Facts } from './facts.tsx'
import { Link } from './link.tsx'
import { MembersOnly } from './part-readers.tsx'
import { Time } from './time.tsx'

type Props = { practice: PracticeView }

type FactsProps = Props & {
  /** Whether the same facts stand beside in another language, which tell the principles as well. */
  inTwo: boolean
}

/** Where, when, how far, at what cost, under which licence: what is known of it. */
export function PracticeFacts({ practice, inTwo }: FactsProps) {
  const { t } = useTranslation()
  const fact = (name: string) => t(`practices.fields.${name}`)
  const { region, stage, people, credits, publisher } = practice
  const principles = inTwo ? practice.principles : []
  const dated = practice.started_on ?? practice.ended_on
  const place = practice.kind === 'tool' ? 'tool_place' : 'collectivity'
  return (
    <Facts
      title={t('practices.page.facts')}
      items={[
        { term: fact(place), value: <Place practice={practice} /> },
        { term: fact('region'), value: region ? <Region region={region} /> : null },
        { term: fact('stage'), value: stage ? t(`stages.${stage}`) : null },
        { term: fact('year'), value: practice.year },
        { term: fact('dates'), value: dated ? <Dates practice={practice} /> : null },
        { term: fact('website_url'), value: address(practice.website_url) },
        { term: fact('publisher'), value: written(publisher) },
        { term: fact('cost'), value: part(practice, 'cost') },
        { term: fact('duration'), value: written(practice.duration) },
        { term: fact('deliberation'), value: written(practice.deliberation) },
        { term: fact('contact'), value: part(practice, 'contact') },
        { term: fact('lang'), value: t(`languages.${practice.original}`) },
        { term: fact('licence'), value: written(practice.licence) },
        { term: fact('people'), value: people.length ? <People people={people} /> : null },
        { term: fact('credits'), value: credits.length ? <People people={credits} /> : null },
        {
          term: fact('principles'),
          value: principles.length ? <Principles of={principles} /> : null,
        },
      ]}
    />
  )
}

function Place({ practice: { collectivity, place, country } }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  if (collectivity) return <Link to={placePath(collectivity)}>{placeName(lang, collectivity)}</Link>
  const abroad =
    country === 'MA' ? '' : t(`practices.countries.${country}`, { defaultValue: country })
  // Some entries are about a whole country and name it as their place.
  const name = place?.replaceAll("'", '’').includes(abroad) ? '' : abroad
  return (
    <>
      {place ? <bdi>{place}</bdi> : null}
      {place && name ? ' — ' : null}
      {name}
    </>
  )
}

function Region({ region }: { region: NonNullable<PracticeView['region']> }) {
  const lang = useLang()
  return <Link to={`/practices?region=${region.code}`}>{placeName(lang, region)}</Link>
}

function Dates({ practice: { started_on, ended_on } }: Props) {
  const { t } = useTranslation()
  if (started_on && ended_on) {
    return (
      <>
        <PartialDate value={started_on} />
        {' – '}
        <PartialDate value={ended_on} />
      </>
    )
  }
  return (
    <>
      {t(started_on ? 'practices.page.from' : 'practices.page.until')}{' '}
      <PartialDate value={started_on ?? ended_on ?? ''} />
    </>
  )
}

// People remember a year or a month as often as a day.
function PartialDate({ value }: { value: string }) {
  if (value.length === 4) return <time dateTime={value}>{value}</time>
  if (value.length === 7) return <Time value={`${value}-01`} form="month" />
  return <Time value={value} />
}

function People({ people }: Pick<PracticeView, 'people'>) {
  return (
    <ul className="practice-people">
      {people.map(({ handle, name }) => (
        <li key={handle}>
          <Link to={`/people/${handle}`}>
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Principles({ of }: { of: PracticeView['principles'] }) {
  const { t } = useTranslation()
  return of.map((slug, index) => (
    <Fragment key={slug}>
      {index > 0 ? t('revisions.comma') : null}
      <Link to={`/practices?principle=${slug}`}>{t(`principles.${slug}`)}</Link>
    </Fragment>
  ))
}

function part(practice: PracticeView, name: 'cost' | 'contact') {
  if (!practice[name]) return null
  return (
    <>
      {written(practice[name])}
      {practice.for_members.includes(name) ? (
        <div>
          <MembersOnly />
        </div>
      ) : null}
    </>
  )
}

function address(url: string | null) {
  return url ? <ExternalLink url={url} /> : null
}

function written(text: string | null) {
  return text ? <bdi>{text}</bdi> : null
}
