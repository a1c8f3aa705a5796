import { type TFunction } from 'i18next'
import { remembered } from '#app/domain/remember.ts'

export type DateForm = 'day' | 'day_of_month' | 'month' | 'minute'

// Writes 29/11/2026, 20:15.
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Africa/Casablanca',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/**
 * A day, a month or a minute as Morocco writes it. Takes an ISO date or instant and the translator
 * of the language to write in; month names come from the locales (غشت, not أغسطس), so that server
 * and browser agree whatever their own tables say. Digits are always Western.
 */
export function formatDate(iso: string, t: TFunction, form: DateForm = 'day') {
  const hour = form === 'day' ? HOUR.exec(iso)?.[0] : undefined
  return hour ? daysOf(t)(hour) : write(iso, t, form)
}

// Most dates are days, and Morocco's clock differs by whole hours: all instants of one hour, as the
// database has them, are on the same day. To find it by its clock takes longer than to draw the rest.
const HOUR = /^\d{4}-\d\d-\d\dT\d\d(?=:.*Z$)/
const MOST = 2000
const known = new WeakMap<TFunction, (hour: string) => string>()

function daysOf(t: TFunction) {
  const days = known.get(t) ?? remembered((hour) => write(`${hour}:00:00Z`, t, 'day'), MOST)
  known.set(t, days)
  return days
}

function write(iso: string, t: TFunction, form: DateForm) {
  const { year, month, day, time } = parts(iso)
  const words = { year, day, time, month: t(`ui.months.${month}`) }
  if (form === 'month') return t('ui.dates.month', words)
  const context = day === 1 ? 'first' : undefined
  return t(`ui.dates.${form}`, { ...words, context })
}

function parts(iso: string) {
  // A date without an hour is that day everywhere: no time zone may move it.
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? []
  if (year) return { year, month: Number(month), day: Number(day), time: '00:00' }

  const [date = '', time] = CLOCK.format(new Date(iso)).split(', ')
  const [inDay, inMonth, inYear] = date.split('/')
  return { year: inYear, month: Number(inMonth), day: Number(inDay), time }
}
