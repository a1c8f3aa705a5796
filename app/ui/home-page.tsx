import { useTranslation } from '#app/i18n/use-translation.ts'
import type { MappedArea } from '#app/domain/collectivities/map.ts'
import { CardList, type ListedCard } from './card-list.tsx'
import { Figures } from './figures.tsx'
import { FeedLinks } from './feed-links.tsx'
import { Link } from './link.tsx'
import { HomeNextStep, type NextStep } from './home-next-step.tsx'
import { HomeOpening } from './home-opening.tsx'
import { HomePrinciples } from './home-principles.tsx'
import { RegionList, RegionMap } from './region-map.tsx'
import type { Topic } from './search-ways.tsx'
import { Section } from './section.tsx'

type Props = {
  next: NextStep | null
  challenges: ListedCard[]
  library: ListedCard[]
  threads: ListedCard[]
  holdings: { practices: number; tools: number; challenges: number; places: number }
  principles: Record<string, number>
  /** For visitors. */
  regions: MappedArea[] | null
  topics: Topic[]
}

/** What the network is, and the ways into what it knows. */
export function HomePage(props: Props) {
  const { next, challenges, library, threads, holdings, topics } = props
  const { t } = useTranslation()
  return (
    <div className="home">
      <HomeOpening topics={topics} may={next && { write: next.standing === 'member' }} />
      {next ? <HomeNextStep next={next} /> : null}
      <Holdings {...holdings} />
      <div className="home-news">
        <Section
          title={t('home.challenges')}
          more={{ to: '/challenges', label: t('home.challenges_all') }}
        >
          <Cards cards={challenges} none={t('home.no_challenges')} />
        </Section>
        <Section
          title={t('home.library')}
          more={{ to: '/practices', label: t('home.library_all') }}
        >
          <Cards cards={library} none={t('home.no_library')} />
          <p>
            <Link to="/collections">{t('home.collections')}</Link>
          </p>
          <p>
            <Link to="/events">{t('events.from_library')}</Link>
          </p>
        </Section>
      </div>
      <HomePrinciples counts={props.principles} />
      {props.regions ? <NetworkMap regions={props.regions} /> : null}
      {threads.length ? (
        <Section title={t('home.threads')} more={{ to: '/threads', label: t('home.threads_all') }}>
          <CardList cards={threads} />
        </Section>
      ) : null}
      <FeedLinks />
    </div>
  )
}

function NetworkMap({ regions }: { regions: MappedArea[] }) {
  const { t } = useTranslation()
  return (
    <Section
      title={t('collectivities.map.title')}
      more={{ to: '/collectivities', label: t('collectivities.title') }}
    >
      <div className="regions">
        <RegionMap regions={regions} by="library" />
        <RegionList regions={regions} by="library" />
      </div>
    </Section>
  )
}

function Holdings({ practices, tools, challenges, places }: Props['holdings']) {
  const { t } = useTranslation()
  if (practices + tools + challenges === 0) return null
  return (
    <section aria-label={t('home.figures')}>
      <Figures
        items={[
          { value: practices, label: t('kinds.practices'), to: '/practices?kind=practice' },
          { value: tools, label: t('kinds.tools'), to: '/practices?kind=tool' },
          { value: challenges, label: t('kinds.challenges'), to: '/challenges' },
          { value: places, label: t('home.places') },
        ]}
      />
    </section>
  )
}

function Cards({ cards, none }: { cards: ListedCard[]; none: string }) {
  return cards.length ? <CardList cards={cards} /> : <p className="muted">{none}</p>
}
