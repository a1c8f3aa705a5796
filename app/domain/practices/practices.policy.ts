import { isFacilitator, isMember, type Viewer, type ViewerSeat } from '../users/viewer.ts'
import { type Translation, translationState } from './translations.ts'

// Who may *read* a practice is not here: `readable` in items/visibility.server.ts is its only definition.
export type Relation = {
  /** Wrote it, or was named as a co-author. */
  mine: boolean
  /** Keeps it in order: see `stewarded`. */
  steward: boolean
  state: 'draft' | 'held' | 'submitted' | 'published' | 'archived'
  /** Since when the space around it is closed for writing, if it is. */
  space_archived_at?: string | null
}

/** Practices and tools tell of what a collectivity did, so they are written from a confirmed seat. */
export function canWritePractice(viewer: Viewer) {
  return isMember(viewer)
}

export function canEditPractice(viewer: Viewer, relation: Relation) {
  const { mine, steward, state, space_archived_at } = relation
  return viewer !== null && !space_archived_at && (mine || (steward && state !== 'draft'))
}

/** From a thread that is public to its readers, whoever may write practices makes one. */
export function canDraftFromThread(
  viewer: Viewer,
  { state, hidden_at }: { state: Relation['state']; hidden_at: string | null },
) {
  return canWritePractice(viewer) && state === 'published' && hidden_at === null
}

/** What is public to its readers and stands in no closed space can be asked about. */
export function canBeAskedAbout({
  state,
  hidden_at,
  space_archived_at,
}: Pick<Relation, 'state' | 'space_archived_at'> & { hidden_at: string | null }) {
  return state === 'published' && hidden_at === null && !space_archived_at
}

/** Naming co-authors is for those who wrote it. */
export function canNameAuthors(
  viewer: Viewer,
  { mine, space_archived_at }: Pick<Relation, 'mine' | 'space_archived_at'>,
) {
  return viewer !== null && mine && !space_archived_at
}

type Around = {
  /** Whether one of the author's practices has been accepted before. */
  accepted: boolean
  space: { visibility: 'public' | 'network' | 'private' } | null
}

/**
 * Without review: facilitators, and those who had one accepted. In a private space everyone, since
 * nobody outside could review it and nobody outside will read it.
 */
export function canPublishAtOnce(viewer: Viewer, { accepted, space }: Around) {
  return isFacilitator(viewer) || accepted || space?.visibility === 'private'
}

/** Earlier revisions of what was not public yet are for its authors; a review sees what was handed in. */
export function canReadRevision(of: Omit<Relation, 'state'>, state: string) {
  if (of.mine || state === 'published' || state === 'archived') return true
  return of.steward && state === 'submitted'
}

type Open = Pick<Relation, 'state' | 'space_archived_at'> & { hidden_at: string | null }
type Translated = Relation & Open & { insider: boolean }

/**
 * Into another language than the original's: those who may edit it, and of what is public to its readers
 * every member, where there is no version yet, it is theirs, or it is out of date; trainers mend any.
 * All of them read every part.
 */
export function canTranslate(viewer: Viewer, practice: Translated, version?: Translation | null) {
  if (!practice.insider) return false
  if (canEditPractice(viewer, practice)) return true
  if (!isMember(viewer) || !canBeAskedAbout(practice)) return false
  if (!version || version.changed.length > 0) return true
  return version.translator?.id === viewer.id || isTrainer(viewer)
}

/** Somebody else than the translator: another author, whoever keeps it in order, a trainer. */
export function canReview(viewer: Viewer, practice: Translated, version?: Translation | null) {
  if (!viewer || !version || translationState(version) !== 'human') return false
  if (version.translator?.id === viewer.id || !canTranslate(viewer, practice, version)) return false
  const otherAuthor = practice.mine && version.translator !== null
  return practice.steward || otherAuthor || isTrainer(viewer)
}

/** The seats from which this viewer may ask for a practice in another language. */
export function wishingSeats(viewer: Viewer, practice: Open): ViewerSeat[] {
  if (!viewer?.email_confirmed || !canBeAskedAbout(practice)) return []
  return viewer.seats.filter(({ collectivity_code }) => collectivity_code !== null)
}

function isTrainer(viewer: Viewer) {
  return viewer?.seats.some(({ function: held }) => held === 'trainer') ?? false
}
