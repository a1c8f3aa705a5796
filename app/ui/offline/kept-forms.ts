/** A form that could not be sent: the page it stands on, and what was typed. */
export type KeptForm = { path: string; title: string; at: string; fields: [string, string][] }

const CHANGED = 'kept-forms'
const FAILED = '/failed'
const MOST = 10

const nameFor = (viewer: string) => `${CHANGED}:${viewer}`

/** The forms that this person could not send from this device, as text for `formsIn`. */
export function keptBy(viewer: string) {
  return localStorage.getItem(nameFor(viewer)) ?? ''
}

/** The forms in that text. */
export function formsIn(text: string): KeptForm[] {
  try {
    return JSON.parse(text || '[]') as KeptForm[]
  } catch {
    return []
  }
}

/** Puts what was typed back into the form on this page that has these fields; false without one. */
export function putBack({ fields }: KeptForm) {
  const form = [...document.forms].find((one) =>
    fields.every(([name]) => one.elements.namedItem(name)),
  )
  if (!form) return false
  for (const [name, value] of fields) {
    const field = form.elements.namedItem(name) as HTMLTextAreaElement
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  ;(form.elements.namedItem(fields[0]![0]) as HTMLElement).focus()
  return true
}

/** Throws a kept form away. */
export function forgetForm(viewer: string, at: string) {
  write(
    viewer,
    formsIn(keptBy(viewer)).filter((one) => one.at !== at),
  )
}

/** Calls back whenever the list has changed; gives the way to stop. */
export function onFormsChanged(call: () => void) {
  window.addEventListener(CHANGED, call)
  return () => window.removeEventListener(CHANGED, call)
}

/**
 * From now on keeps what this person sends without a connection; on signing out everything that is
 * kept here goes, theirs and that of whoever was here before. Gives the way to stop.
 */
export function watchForms(viewer: string) {
  for (const name of Object.keys(localStorage)) {
    if (name.includes(':') && !name.endsWith(`:${viewer}`)) localStorage.removeItem(name)
  }
  const onSubmit = (event: SubmitEvent) => submitted(viewer, event)
  window.addEventListener('submit', onSubmit, { capture: true })
  return () => window.removeEventListener('submit', onSubmit, { capture: true })
}

/** Whether the last form that was sent from here failed on its way: it is kept then. */
export async function keepFailed(viewer: string) {
  const [sent] = formsIn(sessionStorage.getItem(nameFor(viewer)) ?? '')
  sessionStorage.removeItem(nameFor(viewer))
  const parts = 'caches' in window ? await caches.open('parts-1') : undefined
  if ((await parts?.delete(FAILED)) && sent) add(viewer, sent)
}

function submitted(viewer: string, event: SubmitEvent) {
  const form = event.target as HTMLFormElement
  if (form.method !== 'post') return
  if (new URL(form.action).pathname.endsWith('/logout')) return leave()
  const kept = typedIn(form)
  if (!kept) return
  // Whether it arrives is known only on the page after it, or when the worker says that it did not.
  if (navigator.onLine) {
    sessionStorage.setItem(nameFor(viewer), JSON.stringify([kept]))
    return write(viewer, othersThan(kept, viewer))
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  add(viewer, kept)
}

function leave() {
  localStorage.clear()
  sessionStorage.clear()
  navigator.serviceWorker?.controller?.postMessage({ type: 'forget' })
}

// Only what people type: no secret, no file, nothing that the page itself put in.
function typedIn(form: HTMLFormElement): KeptForm | null {
  const typed = [...form.elements].filter(
    (field): field is HTMLTextAreaElement =>
      field instanceof HTMLTextAreaElement ||
      (field instanceof HTMLInputElement && ['text', 'url', 'search'].includes(field.type)),
  )
  const fields = typed.map(({ name, value }): [string, string] => [name, value])
  const filled = fields.filter(([name, value]) => name && value.trim())
  if (form.querySelector('input[type=password]') || filled.length === 0) return null
  const { pathname, search } = window.location
  return { path: pathname + search, title: document.title, at: now(), fields: filled }
}

function add(viewer: string, form: KeptForm) {
  write(viewer, [form, ...othersThan(form, viewer)].slice(0, MOST))
}

function othersThan(form: KeptForm, viewer: string) {
  return formsIn(keptBy(viewer)).filter(({ path }) => path !== form.path)
}

function write(viewer: string, forms: KeptForm[]) {
  if (forms.length) localStorage.setItem(nameFor(viewer), JSON.stringify(forms))
  else localStorage.removeItem(nameFor(viewer))
  window.dispatchEvent(new Event(CHANGED))
}

function now() {
  return new Date().toISOString()
}
