import type { About } from './asks.server.ts'

/** Where a question is answered, without the language. */
export function askPath({ about, item_id }: { about: About; item_id: string }) {
  return `/practices/${item_id}/${about === 'still_running' ? 'running' : 'adopt'}`
}
