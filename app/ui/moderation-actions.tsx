import { useTranslation } from '#app/i18n/use-translation.ts'
import { ButtonLink } from './button.tsx'
import { OneClick, WithReason } from './moderation-forms.tsx'

type Props = {
  id: string
  /** Set: hidden, so it can be restored. */
  hiddenAt?: string | null
  /** The viewer keeps this item in order (`stewarded`). */
  steward?: boolean
  /** The viewer's own: nobody reports themselves. */
  own?: boolean
  /** For a thread: whether it is closed to replies. Leave it out for anything else. */
  lockedAt?: string | null
}

/**
 * What one may do about an item that is out of place: report it, or hide, restore and lock it.
 * Works without a script; stands at the end of an item or among the actions of a reply.
 */
export function ModerationActions({ id, hiddenAt, steward = false, own = false, lockedAt }: Props) {
  const { t } = useTranslation()
  return (
    <div className="moderation-actions">
      {own || hiddenAt ? null : (
        <ButtonLink to={`/reports/new?item=${id}`} variant="quiet" small icon="flag">
          {t('moderation.actions.report')}
        </ButtonLink>
      )}
      {steward && lockedAt !== undefined ? <LockAct id={id} locked={lockedAt !== null} /> : null}
      {steward ? <HideAct id={id} hidden={Boolean(hiddenAt)} /> : null}
    </div>
  )
}

function LockAct({ id, locked }: { id: string; locked: boolean }) {
  const { t } = useTranslation()
  const verb = locked ? 'unlock' : 'lock'
  const label = t(`moderation.verbs.${verb}.submit`)
  return <OneClick action={`/moderation/items/${id}/${verb}`} label={label} icon="lock" />
}

function HideAct({ id, hidden }: { id: string; hidden: boolean }) {
  const { t } = useTranslation()
  const path = `/moderation/items/${id}`
  if (hidden)
    return <OneClick action={`${path}/restore`} label={t('moderation.verbs.restore.submit')} />
  return (
    <WithReason
      id={`hide-${id}`}
      verb="hide"
      action={`${path}/hide`}
      label={t('moderation.verbs.hide.submit')}
      icon="hidden"
    />
  )
}
