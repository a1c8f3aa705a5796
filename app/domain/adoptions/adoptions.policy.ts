import type { Row } from '#db/schema.ts'
import type { SignedIn, Viewer, ViewerSeat } from '../users/viewer.ts'

// Who may *read* an adoption is not here: a step is an item, readable where its practice is.
type Practice = Pick<Row<'item'>, 'state' | 'hidden_at'> & {
  /** Where it comes from: nobody takes up what is their own. */
  collectivity_code: string | null
  space_archived_at: string | null
}

/** The seats from which this viewer may say how far their collectivity has come with a practice. */
export function adoptingSeats(viewer: Viewer, practice: Practice): ViewerSeat[] {
  const { state, hidden_at, space_archived_at, collectivity_code: origin } = practice
  if (!viewer?.email_confirmed || state !== 'published' || hidden_at || space_archived_at) return []
  return viewer.seats.filter(
    ({ collectivity_code: own }) => own !== null && (origin === null || own !== origin),
  )
}

type Step = Pick<Row<'item'>, 'author_id' | 'hidden_at'>

/** Taking a step back is for whoever wrote it; their collectivity adds another one instead. */
export function canWithdrawStep(
  viewer: Viewer,
  step: Step,
  practice: Pick<Practice, 'space_archived_at'>,
): viewer is SignedIn {
  const own = viewer !== null && viewer.id === step.author_id
  return own && step.hidden_at === null && practice.space_archived_at === null
}
