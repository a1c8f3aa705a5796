import type { EditorView } from 'prosemirror-view'

/**
 * Lets an editor stand where a text area is. That stays the field of the form, unseen: a label, a
 * summary of errors or the browser lead to it, and from it here.
 */
export function standInFor(area: HTMLTextAreaElement, view: EditorView, changed: () => void) {
  const hadFocus = document.activeElement === area
  const stop = new AbortController()
  const { signal } = stop
  view.setProps({ attributes: described(area) })
  area.classList.add('rich-source')
  area.tabIndex = -1
  area.setAttribute('aria-hidden', 'true')
  area.addEventListener('focus', () => view.focus(), { signal })
  area.addEventListener('input', changed, { signal })
  area.addEventListener('invalid', (event) => refused(event, area, view), { signal })
  const end = () => {
    stop.abort()
    area.classList.remove('rich-source')
    area.removeAttribute('tabindex')
    area.removeAttribute('aria-hidden')
  }
  return { hadFocus, end }
}

// The browser would point at the unseen field.
function refused(event: Event, area: HTMLTextAreaElement, view: EditorView) {
  event.preventDefault()
  const fields = [...(area.form?.elements ?? [])] as HTMLTextAreaElement[]
  view.setProps({ attributes: { ...described(area), 'aria-invalid': 'true' } })
  if (fields.find((field) => field.validity && !field.validity.valid) === area) view.focus()
}

function described(area: HTMLTextAreaElement) {
  const told = ['aria-describedby', 'aria-invalid'].flatMap((name) => {
    const value = area.getAttribute(name)
    return value === null ? [] : [[name, value]]
  })
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': area.labels?.[0]?.textContent ?? '',
    ...(area.required ? { 'aria-required': 'true' } : {}),
    ...(Object.fromEntries(told) as Record<string, string>),
    class: 'control prose rich-text',
  }
}
