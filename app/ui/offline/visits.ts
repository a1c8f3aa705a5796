const MOST_THREADS = 200
const MOST_PAGES = 12

/** What a member read last on this device: a page's address and its title. */
export type Visited = { path: string; title: string }

// As it was when the page was opened: opening it is a visit of its own.
const before = new Map<string, string | null>()

/** When this person last opened a thread on this device; null for the first time. */
export function lastVisit(viewer: string, thread: string) {
  if (!before.has(thread)) {
    const visits = read<[string, string][]>(`visits:${viewer}`)
    before.set(thread, visits.find(([id]) => id === thread)?.[1] ?? null)
    const others = visits.filter(([id]) => id !== thread)
    const now = new Date().toISOString()
    write(`visits:${viewer}`, [[thread, now], ...others].slice(0, MOST_THREADS))
  }
  return before.get(thread) ?? null
}

/** The thread was left: what comes next is another visit. */
export function leaveThread(thread: string) {
  before.delete(thread)
}

/** Notes that a page was read here. */
export function noteVisit(viewer: string, page: Visited) {
  const others = read<Visited[]>(`recent:${viewer}`).filter(({ path }) => path !== page.path)
  write(`recent:${viewer}`, [page, ...others].slice(0, MOST_PAGES))
}

/** The pages read here, the latest first, as text for `pagesIn`. */
export function recentOf(viewer: string) {
  return localStorage.getItem(`recent:${viewer}`) ?? ''
}

/** The pages in that text. */
export function pagesIn(text: string): Visited[] {
  try {
    return JSON.parse(text || '[]') as Visited[]
  } catch {
    return []
  }
}

function read<T extends unknown[]>(name: string): T {
  return pagesIn(localStorage.getItem(name) ?? '') as unknown[] as T
}

function write(name: string, value: unknown[]) {
  localStorage.setItem(name, JSON.stringify(value))
}
