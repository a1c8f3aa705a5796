import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import type { ItemVerb } from '#app/domain/moderation/moderation.limits.ts'
import type { ItemEntry } from '#app/domain/moderation/queue.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Disclosure } from './disclosure.tsx'
import type { IconName } from './icon.tsx'
import { Link } from './link.tsx'
import { OneClick, WithReason } from './moderation-forms.tsx'
import { PersonLine } from './person-line.tsx'
import { Prose } from './prose.tsx'
import { QueueHead, QueuePast } from './queue-context.tsx'
import { Time } from './time.tsx'

const SHORT = 1500

const ICONS: Record<ItemEntry['queue'], IconName> = {
  held: 'talk',
  practices: 'book',
  reports: 'flag',
}

/** Something that waits to be published, reviewed or judged, with its text and what may be done. */
export function QueueItem({ item, facilitator }: { item: ItemEntry; facilitator: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <QueueHead
        entry={item}
        icon={ICONS[item.queue]}
        label={t(`moderation.waits.${item.queue}`, { kind: t(`kinds.${item.kind}`) })}
        space={item.space_name}
      />
      <h2 className="queue-title" lang={item.lang} dir="auto">
        <Link to={itemPath(item)}>{item.title}</Link>
      </h2>
      <Author item={item} />
      <Text item={item} />
      {item.queue === 'reports' ? <Reports item={item} /> : null}
      <QueuePast entry={item} handle={item.author.handle} facilitator={facilitator} />
      <Acts item={item} />
    </>
  )
}

function Author({ item: { author } }: { item: ItemEntry }) {
  const { t } = useTranslation()
  const lang = useLang()
  if (!author.name) return null
  return (
    <PersonLine
      name={author.name}
      to={author.handle ? `/people/${author.handle}` : undefined}
      role={author.function ? t(`functions.${author.function}`) : undefined}
      place={author.place ? { name: placeName(lang, author.place) } : undefined}
    />
  )
}

function Text({ item: { summary, html, lang } }: { item: ItemEntry }) {
  const { t } = useTranslation()
  return (
    <>
      {summary ? (
        <p lang={lang} dir="auto">
          {summary}
        </p>
      ) : null}
      {html ? (
        <Disclosure summary={t('moderation.text')} open={html.length < SHORT}>
          <Prose html={html} lang={lang} />
        </Disclosure>
      ) : null}
    </>
  )
}

function Reports({ item }: { item: ItemEntry }) {
  const { t } = useTranslation()
  return (
    <ul className="stack">
      {item.reports.map(({ reason, note, at }) => (
        <li key={at} className="queue-report">
          <p>
            <strong>{t(`reports.reasons.${reason}`)}</strong>{' '}
            <span className="muted">
              <Time value={at} form="minute" />
            </span>
          </p>
          {note ? <p dir="auto">{note}</p> : null}
        </li>
      ))}
    </ul>
  )
}

type Pair = { yes: ItemVerb; no: 'hide' | 'return' }

const DECISIONS: Record<ItemEntry['queue'], Pair> = {
  held: { yes: 'publish', no: 'hide' },
  practices: { yes: 'approve', no: 'return' },
  reports: { yes: 'keep', no: 'hide' },
}

function Acts({ item }: { item: ItemEntry }) {
  const { t } = useTranslation()
  const { yes, no } = DECISIONS[item.queue]
  const path = `/moderation/items/${item.id}`
  // Nobody settles what was reported about themselves, unless the space has only them.
  const judged = item.own && item.queue === 'reports' && !item.space
  return (
    <div className="moderation-actions">
      {judged ? (
        <p className="muted">{t('moderation.own_item')}</p>
      ) : (
        <OneClick
          action={`${path}/${yes}`}
          label={t(`moderation.verbs.${yes}.submit`)}
          icon="check"
          variant="primary"
        />
      )}
      <WithReason
        id={`${no}-${item.id}`}
        verb={no}
        action={`${path}/${no}`}
        label={t(`moderation.verbs.${no}.submit`)}
        variant="secondary"
      />
    </div>
  )
}
