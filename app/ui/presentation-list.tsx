import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { Presentation, PresentationState } from '#app/domain/events/presentations.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { EntryNote } from './entry-note.tsx'
import type { IconName } from './icon.tsx'
import { Link } from './link.tsx'
import { AnswerPresentation } from './presentation-answer.tsx'

export type ListedPresentation = Presentation & {
  state: PresentationState
  /** The reader speaks for the collectivity that gave it. */
  own: boolean
}

type Props = { event: string; presentations: ListedPresentation[]; mayEdit: boolean }

/** What was presented at an event: by whom, and what became of it. */
export function PresentationList({ event, presentations, mayEdit }: Props) {
  return (
    <ol className="presentations">
      {presentations.map((presentation) => (
        <li key={presentation.id} className="stack">
          <One presentation={presentation} />
          {presentation.own ? (
            <AnswerPresentation {...{ event, presentation }} {...presentation} />
          ) : null}
          {mayEdit ? <Edit event={event} presentation={presentation} /> : null}
        </li>
      ))}
    </ol>
  )
}

const BADGES: Record<
  PresentationState,
  { icon: IconName; tone: 'plain' | 'positive' | 'waiting' }
> = {
  waiting: { icon: 'clock', tone: 'waiting' },
  drafted: { icon: 'edit', tone: 'waiting' },
  written: { icon: 'check', tone: 'positive' },
  declined: { icon: 'close', tone: 'plain' },
}

function One({ presentation }: { presentation: ListedPresentation }) {
  const { t } = useTranslation()
  const lang = useLang()
  const { title, place, state, written, reason, reason_lang } = presentation
  return (
    <>
      <h3 lang={presentation.lang} dir="auto">
        {title}
      </h3>
      <p className="meta">
        <span>
          <Link to={placePath(place)}>{placeName(lang, place)}</Link>
        </span>
        <Badge {...BADGES[state]} label={t(`events.states.${state}`)} />
      </p>
      {written && state !== 'declined' ? (
        <p>
          {t('events.written_as')}{' '}
          <Link to={itemPath(written)} lang={written.lang}>
            <bdi>{written.title}</bdi>
          </Link>
        </p>
      ) : null}
      {state === 'declined' && reason ? <EntryNote note={reason} note_lang={reason_lang} /> : null}
    </>
  )
}

function Edit({
  event,
  presentation: { id, title },
}: {
  event: string
  presentation: Presentation
}) {
  const { t } = useTranslation()
  return (
    <div>
      <ButtonLink to={`/events/${event}/presentations/${id}`} variant="secondary" small icon="edit">
        {t('events.presentation.edit')}
        <span className="visually-hidden"> {title}</span>
      </ButtonLink>
    </div>
  )
}
