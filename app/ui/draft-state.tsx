import { useRef } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useAutosave } from './autosave.ts'
import { Button } from './button.tsx'
import { Time } from './time.tsx'

type Props = {
  /** The key under which what is typed is kept. */
  form: string
  savedAt: string | null
  /** Whether the page came with what was typed and is not kept yet. */
  unsaved?: boolean
  /** Where the words are: those of a practice do not call it a draft, which is something else there. */
  words?: 'composer' | 'practices.typed'
}

/** Keeps the form that it stands in while one types; says when that was, and throws it away. */
export function DraftState({ form, savedAt, unsaved, words = 'composer' }: Props) {
  const { t } = useTranslation()
  const here = useRef<HTMLDivElement>(null)
  const kept = useAutosave(here, form, unsaved)
  return (
    <div className="composer-draft" ref={here}>
      <p aria-live="polite">
        {kept === 'idle' ? null : t(`${words}.kept.${kept}`)}
        {kept === 'idle' && savedAt ? (
          <>
            {t(`${words}.kept_at`)} <Time value={savedAt} form="minute" />
          </>
        ) : null}
      </p>
      {savedAt || kept === 'saved' ? (
        <Button name="intent" value="discard" variant="quiet" small formNoValidate>
          {t(`${words}.discard`)}
        </Button>
      ) : null}
    </div>
  )
}
