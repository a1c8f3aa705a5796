/** What a page asks of this browser for reading without a connection; nothing where it can't. */
const CHOICE = 'offline'

export type State = 'unable' | 'off' | 'on'

/** Whether pages are kept on this device now. */
export async function stateOf(): Promise<State> {
  if (!('serviceWorker' in navigator)) return 'unable'
  return (await navigator.serviceWorker.getRegistration('/')) ? 'on' : 'off'
}

/** Keeps pages from now on. */
export async function turnOn() {
  localStorage.removeItem(CHOICE)
  await navigator.serviceWorker.register('/sw.js')
  await navigator.serviceWorker.ready
}

/** Keeps none any more, and removes those that are kept. */
export async function turnOff() {
  localStorage.setItem(CHOICE, 'no')
  await (await navigator.serviceWorker.getRegistration('/'))?.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
}

/** Keeps pages for whoever is signed in, unless they said no or pay for every page. */
export async function turnOnUnlessAsked() {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (!('serviceWorker' in navigator)) return
  if (connection?.saveData || localStorage.getItem(CHOICE) === 'no') return
  await navigator.serviceWorker.register('/sw.js').catch(() => {})
}

/** Says which pages a person saved: those are kept for longer than what they read. */
export function tellSaved(paths: string[]) {
  navigator.serviceWorker?.controller?.postMessage({ type: 'saved', paths })
}

/** The titles and addresses of the kept pages, the newest first. */
export async function listPages() {
  const pages: { path: string; title: string }[] = []
  for (const name of ['saved-1', 'read-1']) {
    const cache = await caches.open(name)
    for (const request of [...(await cache.keys())].reverse()) {
      const html = (await (await cache.match(request))?.text()) ?? ''
      const { title } = new DOMParser().parseFromString(html, 'text/html')
      pages.push({ path: new URL(request.url).pathname, title: title.replace(/ · [^·]*$/, '') })
    }
  }
  return pages.filter(({ path }, at) => pages.findIndex((one) => one.path === path) === at)
}
