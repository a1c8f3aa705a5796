import type { Lang, Row } from '#db/schema.ts'

/** What was written of a presentation, where the reader may read it. */
export type Written = {
  id: string
  kind: 'practice' | 'tool'
  state: Row<'item'>['state']
  title: string
  lang: Lang
}

export type Presentation = Pick<
  Row<'presentation'>,
  'id' | 'title' | 'lang' | 'declined_at' | 'reason' | 'reason_lang'
> & {
  place: Pick<Row<'collectivity'>, 'code' | 'name_ar' | 'name_fr'>
  written: Written | null
}

export type PresentationState = 'waiting' | 'drafted' | 'written' | 'declined'

/** What became of a presentation, as far as its reader may know: drafts of others tell nothing. */
export function stateOf({ declined_at, written }: Presentation): PresentationState {
  if (written && ['published', 'archived'].includes(written.state)) return 'written'
  if (declined_at) return 'declined'
  return written ? 'drafted' : 'waiting'
}
