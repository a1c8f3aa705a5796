export type Segment = { text: string; mark: boolean }

/** Text with the words that were searched for set off. */
export function Marked({ segments }: { segments: Segment[] }) {
  return (
    <>
      {segments.map(({ text, mark }, index) =>
        mark ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </>
  )
}
