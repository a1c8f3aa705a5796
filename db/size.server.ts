import { sqlite } from './client.server.ts'

/** The size of the database in bytes, as its pages are on disk. */
export function databaseSize() {
  const pages = sqlite.pragma('page_count', { simple: true }) as number
  return pages * (sqlite.pragma('page_size', { simple: true }) as number)
}
