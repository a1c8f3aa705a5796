import type { Row } from '#db/schema.ts'
import type { Viewer } from '../users/viewer.ts'
import type { ItemVerb } from './moderation.limits.ts'

// Who keeps an item in order is `stewarded` in items/visibility.server.ts; here is what they may do then.
export type Moderated = Pick<
  Row<'item'>,
  'kind' | 'state' | 'space_id' | 'author_id' | 'hidden_at' | 'hidden_by'
> & { steward: boolean; locked_at: string | null; reported: boolean }

export function canModerate(viewer: Viewer, { steward }: Pick<Moderated, 'steward'>) {
  return viewer !== null && steward
}

/** Whether the act makes sense for the item as it now stands, and is this steward's to do. */
export function canAct(viewer: Viewer, item: Moderated, verb: ItemVerb) {
  return canModerate(viewer, item) && RULES[verb](item) && !judgesOneself(viewer, item, verb)
}

const RULES: Record<ItemVerb, (item: Moderated) => boolean> = {
  hide: ({ state, hidden_at }) => state !== 'draft' && state !== 'submitted' && hidden_at === null,
  restore: (item) => item.hidden_at !== null && !wasWithdrawn(item),
  keep: ({ reported, hidden_at }) => reported && hidden_at === null,
  publish: ({ state, hidden_at }) => state === 'held' && hidden_at === null,
  approve: ({ state }) => state === 'submitted',
  return: ({ state }) => state === 'submitted',
  lock: ({ kind, state, locked_at }) =>
    kind === 'thread' && state === 'published' && locked_at === null,
  unlock: ({ kind, locked_at }) => kind === 'thread' && locked_at !== null,
}

// What its author took back is theirs to bring back, nobody else's.
function wasWithdrawn({ author_id, hidden_by }: Moderated) {
  return hidden_by !== null && hidden_by === author_id
}

// In a space there may be nobody else to decide, and its members see the log.
function judgesOneself(viewer: Viewer, { author_id, space_id }: Moderated, verb: ItemVerb) {
  const judged = verb === 'keep' || verb === 'restore' || verb === 'publish'
  return judged && space_id === null && author_id === viewer?.id
}
