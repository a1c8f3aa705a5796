import type { EditorState } from 'prosemirror-state'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '../button.tsx'
import { removeLink, setLink } from './commands.ts'
import type { RichText } from './editor.ts'

type Props = {
  editor: RichText
  state: EditorState
  link: { href: string } | undefined
  close: () => void
}

/** Asks where a link goes. It stands in the form of the text: what is typed here is no field of it. */
export function LinkPanel({ editor, state, link, close }: Props) {
  const { t } = useTranslation()
  const address = useRef<HTMLInputElement>(null)
  const label = useRef<HTMLInputElement>(null)
  const isNew = !link && state.selection.empty
  useEffect(() => (label.current ?? address.current)?.focus(), [])

  const leave = () => {
    close()
    editor.run(() => true)
  }
  const apply = () => {
    if (!address.current?.value.trim()) return address.current?.focus()
    close()
    editor.run(setLink(address.current.value, label.current?.value ?? ''))
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return
    event.preventDefault()
    if (event.key === 'Enter') apply()
    else leave()
  }

  return (
    <div
      className="rich-panel"
      role="group"
      aria-label={t('writing.tools.link')}
      onKeyDown={pressed}
    >
      {isNew ? (
        <label>
          {t('writing.rich.label')}
          <input ref={label} className="control" dir="auto" />
        </label>
      ) : null}
      <label>
        {t('writing.rich.address')}
        <input
          ref={address}
          className="control"
          dir="ltr"
          inputMode="url"
          defaultValue={link?.href}
        />
      </label>
      <div className="cluster">
        <Button type="button" small onClick={apply}>
          {t('writing.rich.apply')}
        </Button>
        {link ? (
          <Button
            type="button"
            variant="secondary"
            small
            onClick={() => {
              close()
              editor.run(removeLink)
            }}
          >
            {t('writing.rich.unlink')}
          </Button>
        ) : null}
        <Button type="button" variant="quiet" small onClick={leave}>
          {t('forms.cancel')}
        </Button>
      </div>
    </div>
  )
}
