import { Time } from './time.tsx'

const DAY = /^\d{4}-\d\d-\d\d$/

/** A day, or the first and the last of something longer; their month is named once. */
export function Period({ from, to }: { from: string; to?: string | null }) {
  if (!to || to === from) return <Time value={from} />
  const inMonth = DAY.test(from) && DAY.test(to) && from.slice(0, 7) === to.slice(0, 7)
  return (
    <>
      <Time value={from} form={inMonth ? 'day_of_month' : 'day'} />
      {inMonth ? '–' : ' – '}
      <Time value={to} />
    </>
  )
}
