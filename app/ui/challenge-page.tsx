import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Count } from '#app/domain/challenges/answers.server.ts'
import type { ItemAuthor } from '#app/domain/items/authors.ts'
import type { Card } from '#app/domain/items/cards.ts'
import type { Neighbour } from '#app/domain/practices/neighbours.server.ts'
import type { Counts, Meaning } from '#app/domain/reactions/meanings.ts'
import type { Audience as Readers } from '#app/domain/spaces/audience.ts'
import { Audience } from './audience.tsx'
import { useAuthor } from './author.ts'
import { KindBadge, StateBadge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { CardList } from './card-list.tsx'
import { ChallengeAnswers, useMore } from './challenge-answers.tsx'
import { PossibleAnswers } from './challenge-possible.tsx'
import { Faces, type FacingPlace, type FacingSeat } from './challenge-faces.tsx'
import { Outcome, Progress, type ProgressOf } from './challenge-progress.tsx'
import { Chips, TagLink, Chip } from './chip.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageTitle } from './page-title.tsx'
import { PassOn, type ShortAddress } from './pass-on.tsx'
import { Post } from './post.tsx'
import { Section } from './section.tsx'
import { ModerationActions } from './moderation-actions.tsx'
import { ModerationNotice } from './moderation-notice.tsx'
import { Marks } from './marks.tsx'
import { Link } from './link.tsx'
import { Reactions } from './thread-reactions.tsx'

type ShownChallenge = ProgressOf & {
  title: string
  html: string
  summary: string | null
  /** None for what was taken over from a public source, which the text names. */
  author: ItemAuthor | null
  published_at: string | null
  created_at: string
  edited_at: string | null
  hidden_at: string | null
  principles: string[]
  bookmarked: boolean
  followed: boolean
  counts: Counts
  own: Meaning[]
}

export type ChallengePageProps = {
  challenge: ShownChallenge
  space: { name: string; slug: string } | null
  audience: Readers
  tags: { slug: string; label: string; lang: string }[]
  faces: FacingPlace[]
  seats: FacingSeat[]
  threads: Card[]
  answers: Card[]
  /** How much there is of each, of which the newest are shown. */
  linked: { threads: Count; answers: Count }
  /** The ids of the answers whose link the viewer may take away. */
  removable: string[]
  possible: Neighbour[]
  may: {
    contribute: boolean
    conclude: boolean
    ask: boolean
    edit: boolean
    react: boolean
    report: boolean
    moderate: boolean
  }
  /** By what it is passed on; null while it is not for others. */
  pass: ShortAddress | null
  signedIn: boolean
}

/** A challenge as a hub: the problem, who faces it, what is said about it and what answers it. */
export function ChallengePage(props: ChallengePageProps) {
  const { challenge } = props
  return (
    <>
      <Head {...props} />
      <div className="with-aside">
        <div className="stack-large">
          <Problem {...props} />
          <Outcome {...props} />
        </div>
        <aside className="stack-large">
          <Faces
            challengeId={challenge.id}
            faces={props.faces}
            seats={props.seats}
            open={challenge.progress !== 'answered' && props.answers.length === 0}
            mayWrite={props.may.contribute}
          />
          {props.may.conclude ? <Progress challenge={challenge} /> : null}
        </aside>
        <div className="stack-large">
          <ChallengeAnswers {...props} />
          <Threads {...props} />
          <PossibleAnswers {...props} />
          {props.pass ? <PassOn {...props.pass} title={challenge.title} /> : null}
        </div>
      </div>
    </>
  )
}

function Head({ challenge, space, audience, signedIn }: ChallengePageProps) {
  const { t } = useTranslation()
  const { progress, hidden_at, lang, summary } = challenge
  return (
    <PageTitle
      title={challenge.title}
      lang={lang}
      lead={
        summary ? (
          <span lang={lang} dir="auto">
            {summary}
          </span>
        ) : null
      }
      breadcrumbs={[
        space
          ? { to: `/spaces/${space.slug}`, label: space.name }
          : { to: '/challenges', label: t('challenges.title') },
      ]}
      kicker={
        <>
          <KindBadge kind="challenge" />
          <StateBadge state={hidden_at ? 'hidden' : progress} />
        </>
      }
      meta={
        <>
          {space && !challenge.hidden_at ? <Audience audience={audience} /> : null}
          <ModerationNotice hiddenAt={hidden_at} />
        </>
      }
      actions={signedIn ? <Marks {...challenge} /> : null}
    />
  )
}

function Problem({ challenge, tags, may }: ChallengePageProps) {
  const { t } = useTranslation()
  const authorOf = useAuthor()
  const { id, author, principles, published_at, created_at, edited_at } = challenge
  const at = published_at ?? created_at
  return (
    <Post
      id={id}
      author={author ? { ...authorOf(author), at, editedAt: edited_at } : undefined}
      html={challenge.html}
      lang={challenge.lang}
      actions={
        <>
          <Reactions id={id} counts={challenge.counts} own={challenge.own} may={may.react} />
          <div className="post-links">
            {may.edit ? <Link to={`/challenges/${id}/edit`}>{t('posts.edit')}</Link> : null}
            {edited_at ? <Link to={`/challenges/${id}/history`}>{t('posts.history')}</Link> : null}
          </div>
          <ModerationActions
            id={id}
            hiddenAt={challenge.hidden_at}
            steward={may.moderate}
            own={!may.report}
          />
        </>
      }
    >
      <Chips label={t('ui.principles')}>
        {principles.map((slug) => (
          <Chip key={slug} label={t(`principles.${slug}`)} to={`/challenges?principle=${slug}`} />
        ))}
      </Chips>
      <Chips label={t('challenges.tags')}>
        {tags.map((tag) => (
          <TagLink key={tag.slug} {...tag} />
        ))}
      </Chips>
    </Post>
  )
}

function Threads({ challenge, threads, linked, may }: ChallengePageProps) {
  const { t } = useTranslation()
  const to = `/threads?challenge=${challenge.id}`
  return (
    <Section title={t('challenges.threads.title')} more={useMore(to, linked.threads, threads)}>
      <div className="stack">
        {threads.length === 0 ? (
          <EmptyState level="h3" title={t('challenges.threads.none')} />
        ) : (
          <CardList cards={threads} />
        )}
        {may.ask ? (
          <ButtonLink to={`/threads/new?challenge=${challenge.id}`} icon="plus" variant="secondary">
            {t('challenges.threads.new')}
          </ButtonLink>
        ) : null}
      </div>
    </Section>
  )
}
