import { type RefObject, useEffect, useState } from 'react'

const PAUSE = 3000
const ADDRESS = '/drafts/save'

export type Kept = 'idle' | 'saved' | 'signed_out' | 'failed'

/**
 * Keeps the form around an element on the server, a few seconds after typing. Only an addition:
 * without a script the composer's own button does it. `unsaved` says that the page came with what
 * was typed and is not kept yet: it is kept without typing more.
 */
export function useAutosave(
  inside: RefObject<HTMLElement | null>,
  draft: string | undefined,
  unsaved = false,
) {
  const [kept, setKept] = useState<Kept>('idle')
  useEffect(() => {
    const form = inside.current?.closest('form')
    if (!form || !draft) return
    const watched = watch(form, draft, setKept)
    if (unsaved) watched.soon()
    return watched.stop
  }, [inside, draft, unsaved])
  return kept
}

function watch(form: HTMLFormElement, draft: string, tell: (kept: Kept) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending = new AbortController()
  const now = () => {
    timer = undefined
    // A page that the browser brings back was sent before, and is typed into again.
    if (sending.signal.aborted) sending = new AbortController()
    void save(form, draft, sending.signal).then(tell)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(now, PAUSE)
  }
  // Following a link in the middle of a sentence. What is sent so arrives after the page is gone.
  const leaving = () => timer !== undefined && navigator.sendBeacon(ADDRESS, fieldsOf(form, draft))
  // What has been sent is no draft any more.
  const sent = () => {
    clearTimeout(timer)
    timer = undefined
    sending.abort()
  }
  form.addEventListener('input', soon)
  form.addEventListener('submit', sent)
  window.addEventListener('pagehide', leaving)
  const stop = () => {
    clearTimeout(timer)
    // A link inside the site: the form goes, the page does not, and may send what is long another way.
    if (timer !== undefined && !leaving()) now()
    form.removeEventListener('input', soon)
    form.removeEventListener('submit', sent)
    window.removeEventListener('pagehide', leaving)
  }
  return { soon, stop }
}

async function save(form: HTMLFormElement, draft: string, signal: AbortSignal): Promise<Kept> {
  try {
    const answer = await fetch(ADDRESS, { method: 'POST', body: fieldsOf(form, draft), signal })
    if (answer.ok) return 'saved'
    return answer.status === 401 ? 'signed_out' : 'failed'
  } catch {
    return 'failed'
  }
}

function fieldsOf(form: HTMLFormElement, draft: string) {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') fields.append(name, value)
  }
  fields.set('draft', draft)
  return fields
}
