import { useTranslation } from '#app/i18n/use-translation.ts'
import { KindBadge, StateBadge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { Card } from './card.tsx'
import { EmptyState } from './empty-state.tsx'
import { ExternalLink } from './external-link.tsx'
import { Facts } from './facts.tsx'
import { Marks } from './marks.tsx'
import { type Introduced, Introduction } from './introduction.tsx'
import { ModerationNotice } from './moderation-notice.tsx'
import { PageTitle } from './page-title.tsx'
import { PassOn, type ShortAddress } from './pass-on.tsx'
import { Period } from './period.tsx'
import { type ListedPresentation, PresentationList } from './presentation-list.tsx'
import { Section } from './section.tsx'

type Props = {
  event: Introduced & {
    title: string
    place: string
    starts_on: string
    ends_on: string | null
    source_url: string | null
    bookmarked: boolean
    followed: boolean
  }
  presentations: ListedPresentation[]
  pass: ShortAddress | null
  may: { edit: boolean; report: boolean; moderate: boolean }
  signedIn: boolean
}

/** Where and when the network met, what was presented, and what became of it. */
export function EventPage(props: Props) {
  const { event, presentations, pass, may } = props
  const { t } = useTranslation()
  const add = (
    <ButtonLink to={`/events/${event.id}/presentations`} small icon="plus">
      {t('events.presentation.add')}
    </ButtonLink>
  )
  return (
    <>
      <Head {...props} />
      <div className="stack-large">
        <Card shaded>
          <EventFacts event={event} />
        </Card>
        <Introduction
          item={props.event}
          here={`/events/${props.event.id}`}
          edit={props.may.edit ? t('events.edit') : null}
          may={props.may}
        />
        <Section title={t('events.presentations')}>
          <div className="stack">
            {presentations.length === 0 ? (
              <EmptyState level="h3" title={t('events.no_presentations')} />
            ) : (
              <PresentationList event={event.id} presentations={presentations} mayEdit={may.edit} />
            )}
            {may.edit ? <div>{add}</div> : null}
          </div>
        </Section>
        {pass ? <PassOn {...pass} title={event.title} /> : null}
      </div>
    </>
  )
}

function Head({ event, signedIn }: Props) {
  const { t } = useTranslation()
  const { title, lang, hidden_at } = event
  return (
    <PageTitle
      title={title}
      lang={lang}
      breadcrumbs={[{ to: '/events', label: t('events.title') }]}
      kicker={
        <>
          <KindBadge kind="event" />
          {hidden_at ? <StateBadge state="hidden" /> : null}
        </>
      }
      meta={<ModerationNotice hiddenAt={hidden_at} />}
      actions={signedIn ? <Marks {...event} /> : null}
    />
  )
}

function EventFacts({ event }: Pick<Props, 'event'>) {
  const { t } = useTranslation()
  const { place, starts_on, ends_on, source_url } = event
  return (
    <Facts
      items={[
        {
          term: t(ends_on && ends_on !== starts_on ? 'events.dates' : 'events.date'),
          value: <Period from={starts_on} to={ends_on} />,
        },
        { term: t('events.fields.place'), value: <bdi>{place}</bdi> },
        {
          term: t('events.fields.source_url'),
          value: source_url ? <ExternalLink url={source_url} /> : null,
        },
      ]}
    />
  )
}
