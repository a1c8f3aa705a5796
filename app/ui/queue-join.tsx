import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import type { JoinEntry } from '#app/domain/moderation/queue.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Link } from './link.tsx'
import { OneClick, WithReason } from './moderation-forms.tsx'
import { PersonLine } from './person-line.tsx'
import { QueueHead, QueuePast } from './queue-context.tsx'

/** Somebody who asks to be let into a space: who, from where, what they wrote, and the decision. */
export function QueueJoin({ join, facilitator }: { join: JoinEntry; facilitator: boolean }) {
  const { t } = useTranslation()
  const lang = useLang()
  const { name, handle, name_ar, name_fr, space, space_name } = join
  return (
    <>
      <QueueHead entry={join} icon="people" label={t('moderation.kinds.join')} />
      <h2 className="queue-title">
        <Link to={`/spaces/${space}`}>
          <bdi>{space_name}</bdi>
        </Link>
      </h2>
      <PersonLine
        name={name}
        to={`/people/${handle}`}
        role={join.function ? t(`functions.${join.function}`) : undefined}
        place={name_ar && name_fr ? { name: placeName(lang, { name_ar, name_fr }) } : undefined}
      />
      {join.note ? <p dir="auto">{join.note}</p> : null}
      <QueuePast entry={join} handle={handle} facilitator={facilitator} />
      {join.own ? <p className="muted">{t('moderation.own_join')}</p> : <Decision join={join} />}
    </>
  )
}

function Decision({ join: { space, handle } }: { join: JoinEntry }) {
  const { t } = useTranslation()
  const path = `/spaces/${space}/requests/${handle}`
  return (
    <div className="moderation-actions">
      <OneClick
        action={`${path}/admit`}
        label={t('spaces.requests.admit')}
        icon="check"
        variant="primary"
      />
      <WithReason
        id={`${space}-${handle}`}
        verb="refuse_join"
        action={`${path}/refuse`}
        label={t('spaces.requests.refuse')}
        variant="secondary"
        optional
      />
    </div>
  )
}
