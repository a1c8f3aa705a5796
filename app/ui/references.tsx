import { useEffect, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Reference } from '#app/domain/references/references.server.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { inLanguage } from './link.tsx'
import { formatNumber } from './numbers.ts'
import { useSuggestions } from './suggestions.ts'
import { replace } from './writing-commands.ts'

// A sign and up to three words, right before the caret. Arabic writes its one-letter words onto the next.
const NAMING =
  /(?<![\w@#/.+-])[@#][\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]+(?: [\p{L}\p{N}\p{M}'’-]*){0,2}$/u

/** The sign and how a name begins that stand at the end of a text; nothing where there are none. */
export function nameAtEnd(text: string) {
  return NAMING.exec(text)?.[0] ?? ''
}

/** Whom and what a text names, to choose from while one types `@` or `#` and how it begins. */
export function AreaReferences({ area }: { area: HTMLTextAreaElement }) {
  const [typed, setTyped] = useState('')

  useEffect(() => {
    const stop = new AbortController()
    const look = () => {
      if (document.activeElement === area) setTyped(typedIn(area))
    }
    area.addEventListener('input', look, { signal: stop.signal })
    // Whoever goes elsewhere in the text no longer names anybody.
    document.addEventListener('selectionchange', look, { signal: stop.signal })
    // One typed on while this was fetched.
    look()
    return () => stop.abort()
  }, [area])

  const put = ({ markdown }: Reference) => {
    const { selectionStart: end } = area
    replace(area, { from: end - typedIn(area).length, to: end, insert: `${markdown} ` })
  }
  return <References field={area} typed={typed} put={put} lineEnd={() => lineEnd(area)} />
}

function typedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) {
  return selectionStart === selectionEnd ? nameAtEnd(value.slice(0, selectionStart)) : ''
}

type Props = {
  /** What has the focus while one types. */
  field: HTMLElement
  /** A sign and how a name begins, right before the caret. */
  typed: string
  /** Writes a reference in the place of what was typed. */
  put: (reference: Reference) => void
  /** How far below the top of what the field stands in the line with the caret ends, in pixels. */
  lineEnd: () => number
}

/** The list under the line in which one types a name. */
export function References({ field, typed, put, lineEnd }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const lang = useLang()
  const [pointed, setPointed] = useState({ typed, at: 0 })
  // Another beginning has another list.
  const active = pointed.typed === typed ? pointed.at : 0
  const setActive = (at: number) => setPointed({ typed, at })
  const { found, ask, clear } = useSuggestions<Reference>(inLanguage(lang, '/references'))
  const isOpen = found.length > 0

  useEffect(() => ask(typed), [typed, ask])

  useEffect(() => {
    const stop = new AbortController()
    field.addEventListener('blur', clear, { signal: stop.signal })
    return () => stop.abort()
  }, [field, clear])

  useKeys(field, { found, active, setActive, put, clear })

  useEffect(() => {
    if (!isOpen) return
    const said = { 'aria-autocomplete': 'list', 'aria-controls': `${id}-list`, 'aria-activedescendant': `${id}-${active}` } // prettier-ignore
    for (const [name, value] of Object.entries(said)) field.setAttribute(name, value)
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of Object.keys(said)) field.removeAttribute(name)
    }
  }, [field, id, isOpen, active])

  const said = { count: found.length, replace: { count: formatNumber(found.length, lang) } }
  return createPortal(
    <>
      {isOpen ? (
        <ul
          id={`${id}-list`}
          role="listbox"
          className="suggestions references"
          ref={(list) => list?.style.setProperty('inset-block-start', `${lineEnd()}px`)}
          aria-label={t('writing.names.label')}
          // Pressing the pointer must not take the focus out of the text, which closes the list.
          onMouseDown={(event) => event.preventDefault()}
        >
          {found.map((one, index) => (
            <li
              key={one.markdown}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseMove={() => setActive(index)}
              onClick={() => {
                put(one)
                clear()
              }}
            >
              <span lang={one.lang ?? undefined} dir="auto">
                {one.text}
              </span>{' '}
              <span className="suggestion-kind">
                {one.kind === 'person' ? <bdi>{one.markdown}</bdi> : t(`ui.kinds.${one.kind}`)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status" className="visually-hidden">
        {isOpen ? t('writing.names.found', said) : null}
      </p>
    </>,
    field.parentElement!,
  )
}

// Where the line with the caret ends in the field: a text area tells nothing of its lines, so a copy of
// what stands before the caret is laid out as it is.
function lineEnd(area: HTMLTextAreaElement) {
  const copy = document.createElement('div')
  const look = getComputedStyle(area)
  for (const name of LAID_OUT) copy.style[name] = look[name]
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap' })
  copy.textContent = area.value.slice(0, area.selectionStart)
  area.after(copy)
  const height = copy.offsetHeight - area.scrollTop
  copy.remove()
  return area.offsetTop + Math.min(height, area.offsetHeight)
}

const LAID_OUT = [
  'width',
  'boxSizing',
  'padding',
  'border',
  'font',
  'overflowWrap',
  'direction',
] as const

type Choice = Pick<Props, 'put'> & {
  found: Reference[]
  active: number
  setActive: (active: number) => void
  clear: () => void
}

function useKeys(field: HTMLElement, { found, active, setActive, put, clear }: Choice) {
  useEffect(() => {
    if (found.length === 0) return
    const stop = new AbortController()
    const keydown = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (event.isComposing) return
      if (step) setActive((active + step + found.length) % found.length)
      else if (event.key === 'Enter' || event.key === 'Tab') put(found[active]!)
      else if (event.key !== 'Escape') return
      if (!step) clear()
      // The list has the key: not the line that would go on, nor the next field.
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    field.addEventListener('keydown', keydown, { signal: stop.signal, capture: true })
    return () => stop.abort()
  }, [field, found, active, setActive, put, clear])
}
