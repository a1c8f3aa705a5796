import type { Row } from '#db/schema.ts'

/** Who will read a practice beside those who read its thread; `from` names the thread's space. */
export type Wider = {
  from: string | null
  to: Row<'space'>['visibility']
  space: string | null
}
