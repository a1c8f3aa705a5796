import type { PresentationState } from '#app/domain/events/presentations.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button, ButtonLink } from './button.tsx'
import { SiteForm } from './site-form.tsx'

type Props = {
  /** The event's id. */
  event: string
  presentation: { id: string; title: string }
  state: PresentationState
}

/** What the collectivity that presented something can do: write it up, or say that it will not. */
export function AnswerPresentation({ event, presentation: { id, title }, state }: Props) {
  const { t } = useTranslation()
  const here = `/events/${event}/presentations/${id}`
  if (state === 'written') return null
  return (
    <div className="cluster">
      <SiteForm to={`${here}/write`}>
        <Button small icon="edit">
          {t(state === 'drafted' ? 'events.answer.go_on' : 'events.answer.write')}
          <span className="visually-hidden"> {title}</span>
        </Button>
      </SiteForm>
      {state === 'declined' ? null : (
        <ButtonLink to={`${here}/decline`} variant="secondary" small>
          {t('events.answer.decline')}
          <span className="visually-hidden"> {title}</span>
        </ButtonLink>
      )}
    </div>
  )
}
