import { pino } from 'pino'
import { settings } from '#app/settings.server.ts'

/** The one log: JSON lines on standard output. */
export const logger = pino({
  level: process.env.NODE_ENV === 'test' ? 'silent' : settings().LOG_LEVEL,
})
