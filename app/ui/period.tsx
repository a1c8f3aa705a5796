import { Time } from './time.tsx'

/** A day, or the first and the last of something longer. */
export function Period({ from, to }: { from: string; to?: string | null }) {
  return (
    <>
      <Time value={from} />
      {to && to !== from ? (
        <>
          {' – '}
          <Time value={to} />
        </>
      ) : null}
    </>
  )
}
