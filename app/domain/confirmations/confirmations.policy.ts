import type { Row } from '#db/schema.ts'
import type { Adoption } from '../adoptions/adoptions.ts'
import { isFacilitator, type Viewer } from '../users/viewer.ts'

type Practice = Pick<Row<'item'>, 'state' | 'hidden_at'> & {
  collectivity_code: string | null
  space_archived_at: string | null
  mine: boolean
}

/** The seat from which this viewer may say whether it still runs: one where it comes from. */
export function confirmingSeat(viewer: Viewer, practice: Practice) {
  const code = practice.collectivity_code
  if (!isSettled(practice) || code === null || !viewer?.email_confirmed) return undefined
  return viewer.seats.find(({ collectivity_code }) => collectivity_code === code)
}

/**
 * As what this viewer may verify it: trainers and facilitators, and peers whose collectivity runs it;
 * nobody what is their own, or their collectivity's.
 */
export function verifyingSeat(viewer: Viewer, practice: Practice, adoptions: Adoption[]) {
  if (!viewer?.email_confirmed || practice.mine || !isSettled(practice)) return undefined
  if (practice.state !== 'published' || confirmingSeat(viewer, practice)) return undefined
  const team = viewer.seats.find(({ collectivity_code }) => collectivity_code === null)
  const running = adoptions.filter(({ status }) => status === 'running').map(({ code }) => code)
  const peer = viewer.seats.find(({ collectivity_code: code }) => running.includes(code ?? ''))
  if (team ?? peer) return team ?? peer
  return isFacilitator(viewer)
    ? { function: 'facilitator' as const, collectivity_code: null }
    : undefined
}

function isSettled({ state, hidden_at, space_archived_at }: Practice) {
  return (state === 'published' || state === 'archived') && !hidden_at && !space_archived_at
}
