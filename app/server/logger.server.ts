import { pino } from 'pino'
import { settings } from '#app/settings.server.ts'

// A line for each request: to write each by itself would take longer than to send a page that is kept.
const lines = pino.destination({ minLength: 4096, sync: true })
setInterval(() => lines.flushSync(), 1000).unref()
process.on('exit', () => lines.flushSync())

/** The one log: JSON lines on standard output, at most a second late. */
export const logger = pino(
  { level: process.env.NODE_ENV === 'test' ? 'silent' : settings().LOG_LEVEL },
  lines,
)
