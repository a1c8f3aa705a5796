import type { Asked } from './asking.server.ts'

/** Where a question is answered, without the language. */
export function askPath({ about, item_id }: { about: Asked['about']; item_id: string }) {
  if (about === 'presented') return `/events/${item_id}`
  return `/practices/${item_id}/${about === 'still_running' ? 'running' : 'adopt'}`
}
