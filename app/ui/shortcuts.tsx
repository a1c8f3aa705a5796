import { useNavigate } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from './button.tsx'
import { inLanguage } from './link.tsx'

const KEYS = ['/', '?', '@', '#'] as const
const NAMES = { '/': 'search', '?': 'list', '@': 'mention', '#': 'item' }
// The question mark of Arabic keyboards.
const ASKS = ['?', '؟']
const CHOICE = 'shortcuts'

/** The keys that lead somewhere, outside of fields: `/` to search, `?` to the list of all keys there are. */
export function Shortcuts() {
  const { t } = useTranslation()
  const list = useRef<HTMLDialogElement>(null)
  const navigate = useNavigate()
  const search = inLanguage(useLang(), '/search')
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const asks = ASKS.includes(event.key)
      if ((!asks && event.key !== '/') || isTyping(event) || isOff()) return
      event.preventDefault()
      if (asks) return list.current?.showModal()
      const field = document.querySelector<HTMLElement>('main input[type=search]')
      if (field) field.focus()
      else navigate(search)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [navigate, search])
  return (
    <dialog ref={list} className="shortcuts" aria-labelledby="shortcuts-title">
      <form method="dialog" className="stack">
        <h2 id="shortcuts-title">{t('shortcuts.title')}</h2>
        <dl>
          {KEYS.map((key) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`shortcuts.${NAMES[key]}`)}</dd>
            </div>
          ))}
        </dl>
        <div className="cluster">
          <Button variant="secondary">{t('shortcuts.close')}</Button>
          <Button variant="quiet" onClick={turnOff}>
            {t('shortcuts.off')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

// Who speaks to their computer may set single keys off without meaning to (WCAG 2.1.4).
function isOff() {
  return localStorage.getItem(CHOICE) === 'no'
}

function turnOff() {
  localStorage.setItem(CHOICE, 'no')
}

function isTyping({ target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent) {
  if (ctrlKey || metaKey || altKey || isComposing) return true
  const field = 'input, textarea, select, [contenteditable], dialog[open]'
  return target instanceof Element && target.closest(field) !== null
}
