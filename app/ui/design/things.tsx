import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Audience } from '../audience.tsx'
import { useAuthor } from '../author.ts'
import { Badge, KIND_NAMES, KindBadge, STATE_NAMES, StateBadge } from '../badge.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { CardList } from '../card-list.tsx'
import { Chip, Chips, RemoveChip, TagLink } from '../chip.tsx'
import { Disclosure } from '../disclosure.tsx'
import { EmptyState } from '../empty-state.tsx'
import { ExternalLink } from '../external-link.tsx'
import { Facts } from '../facts.tsx'
import { Figures } from '../figures.tsx'
import { FileList } from '../file-list.tsx'
import { Notice } from '../notice.tsx'
import { Pager } from '../pager.tsx'
import { PersonLine } from '../person-line.tsx'
import { Post } from '../post.tsx'
import { RevisionDifferences } from '../revision-differences.tsx'
import { RevisionList } from '../revision-list.tsx'
import { Tabs } from '../tabs.tsx'
import { Part } from './part.tsx'
import { authorOf, cardsOf, type Samples } from './samples.ts'

const AT = '2026-08-14T09:30:00.000Z'
const TONES = ['info', 'success', 'warning', 'error'] as const
const READERS = ['public', 'network', 'private', 'authors', 'reviewers'] as const

/** What pages show: who, what, in which state, in which order, and what to do when there is nothing. */
export function Things({ samples }: { samples: Samples }) {
  const { title, long, mixed } = samples
  const tabs = [title, mixed].map((label, at) => ({ to: `/design?${at}`, label, count: 12 * at }))
  return (
    <>
      <Part name="tabs">
        <Tabs label={title} items={tabs.map((tab, at) => ({ ...tab, current: at === 0 }))} />
      </Part>
      <Part name="badge">
        <Badges samples={samples} />
      </Part>
      <Part name="notice">
        {TONES.map((tone) => (
          <Notice key={tone} tone={tone} title={tone === 'info' ? undefined : title}>
            {long}
          </Notice>
        ))}
      </Part>
      <Part name="card">
        <Card>{mixed}</Card>
        <Card shaded>
          <Facts
            title={title}
            items={[
              { term: title, value: mixed },
              { term: long, value: 12 },
            ]}
          />
        </Card>
        <Figures
          items={[
            { value: 1503, label: title, to: '/design' },
            { value: 12, label: mixed },
          ]}
        />
      </Part>
      <Part name="card-list">
        <Cards samples={samples} />
      </Part>
      <Part name="person-line">
        <People samples={samples} />
      </Part>
      <Part name="audience">
        {READERS.map((visibility) => (
          <Audience key={visibility} audience={{ visibility, members: 7 }} />
        ))}
      </Part>
      <Part name="disclosure">
        <Folds samples={samples} />
      </Part>
      <Part name="file-list">
        <FileList
          files={[
            { href: '/design#a', title: mixed, lang: 'ar', type: 'PDF', bytes: 1_250_000 },
            { href: '/design#b', title, type: 'CSV', bytes: 900 },
          ]}
        />
        <ExternalLink url="https://www.collectivites-territoriales.gov.ma/fr/a-propos" />
      </Part>
      <Part name="empty-state">
        <EmptyState
          title={title}
          text={long}
          action={<ButtonLink to="/design">{mixed}</ButtonLink>}
        />
      </Part>
      <Part name="pager">
        <Pager newer="/design?1" older="/design?2" />
        <Pager older="/design?2" />
      </Part>
      <Part name="revision">
        <Revisions samples={samples} />
      </Part>
    </>
  )
}

function Folds({ samples: { title, long, mixed } }: { samples: Samples }) {
  return (
    <>
      <Disclosure summary={title} note={mixed}>
        <p>{long}</p>
      </Disclosure>
      <Disclosure summary={mixed} open>
        <p>{long}</p>
      </Disclosure>
    </>
  )
}

function Badges({ samples: { mixed, tags } }: { samples: Samples }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="cluster">
        {KIND_NAMES.map((kind) => (
          <KindBadge key={kind} kind={kind} />
        ))}
      </p>
      <p className="cluster">
        {STATE_NAMES.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
        <Badge tone="negative" icon="warning" label={mixed} />
      </p>
      <Chips label={t('ui.principles')}>
        {tags.map((tag) => (
          <Chip key={tag} label={tag} to="/design" count={3} />
        ))}
        <Chip label={mixed} />
        <TagLink slug="example" label={mixed} />
        <RemoveChip label={mixed} to="/design" />
      </Chips>
    </>
  )
}

function Cards({ samples }: { samples: Samples }) {
  const lang = useLang()
  const [first, ...others] = cardsOf(samples, lang)
  const found = {
    ...first!,
    id: 'found',
    marked: { title: samples.marked, excerpt: samples.marked },
  }
  return <CardList cards={[first!, found, ...others]} />
}

function People({ samples }: { samples: Samples }) {
  const { t } = useTranslation()
  const author = { ...useAuthor()(authorOf(samples)), at: AT, editedAt: AT }
  return (
    <>
      <PersonLine name={t('posts.gone')} at={AT} />
      {samples.names.map((name) => (
        <PersonLine key={name} name={name} to="/design" role={samples.mixed} />
      ))}
      <Post id="one" author={author} html={samples.prose} />
      <Post
        id="two"
        author={author}
        html={samples.prose}
        answer
        actions={
          <Button type="button" small variant="secondary" icon="close">
            {t('threads.unmark')}
          </Button>
        }
      />
    </>
  )
}

function Revisions({ samples: { title, mixed, person } }: { samples: Samples }) {
  const revisions = [2, 1].map((number) => ({
    ...{ number, created_at: AT, note: number === 2 ? mixed : '' },
    ...{ author_name: person, author_handle: 'example' },
  }))
  const pieces = [
    { change: 'removed' as const, text: title },
    { change: 'same' as const, text: ' ' },
    { change: 'added' as const, text: mixed },
  ]
  return (
    <>
      <RevisionList id="design" revisions={revisions} compared={{ from: 1, to: 2 }} mayRestore />
      <RevisionDifferences
        differences={[{ field: 'title', lang: 'ar', pieces }]}
        before="1"
        after="2"
      />
    </>
  )
}
