import type { Page } from '@playwright/test'

/** Waits until the script has taken the page over. */
export function hydrated(page: Page) {
  // React marks what it has taken over; its effects follow within a frame or two.
  return page.waitForFunction(() => {
    const last = document.querySelector('footer')
    if (!last || !Object.keys(last).some((key) => key.startsWith('__reactFiber'))) return false
    return new Promise((resolve) => setTimeout(() => resolve(true), 100))
  })
}
