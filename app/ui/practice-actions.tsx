import { useTranslation } from '#app/i18n/use-translation.ts'
import { ButtonLink } from './button.tsx'
import { ModerationActions } from './moderation-actions.tsx'

type Props = {
  id: string
  hiddenAt: string | null
  may: {
    collect: boolean
    edit: boolean
    name: boolean
    attest: boolean
    moderate: boolean
  }
}

/** What one may do with it: follow its history, change it, report it. */
export function PracticeActions({ id, hiddenAt, may }: Props) {
  const { t } = useTranslation()
  const here = `/practices/${id}`
  return (
    <div className="cluster practice-actions">
      {may.collect ? (
        <ButtonLink to={`/collections/add?item=${id}`} variant="secondary" small icon="list">
          {t('collections.add.title')}
        </ButtonLink>
      ) : null}
      <ButtonLink to={`${here}/history`} variant="secondary" small icon="clock">
        {t('practices.actions.history')}
      </ButtonLink>
      {may.edit ? (
        <>
          <ButtonLink to={`${here}/edit`} variant="secondary" small icon="edit">
            {t('practices.actions.edit')}
          </ButtonLink>
          <ButtonLink to={`${here}/files`} variant="secondary" small icon="attach">
            {t('practices.actions.files')}
          </ButtonLink>
        </>
      ) : null}
      {may.name ? (
        <ButtonLink to={`${here}/authors`} variant="secondary" small icon="people">
          {t('practices.actions.authors')}
        </ButtonLink>
      ) : null}
      {may.attest ? (
        <ButtonLink to={`${here}/attest`} variant="secondary" small icon="check">
          {t('attestations.ask.link')}
        </ButtonLink>
      ) : null}
      <ModerationActions id={id} hiddenAt={hiddenAt} steward={may.moderate} own={may.name} />
    </div>
  )
}
