import type { Db } from '#db/client.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, pageOf } from '../items/page.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { goneActor } from '../moderation/audit.server.ts'
import { undoable } from '../moderation/undo.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { SPACE_ROLES, VISIBILITIES } from './spaces.limits.ts'

/** A page of what was done in a space, the latest first. For its members. */
export async function listSpaceLog(db: Db, viewer: SignedIn, spaceId: ReadableId, after?: Cursor) {
  const rows = await db
    .selectFrom('audit')
    .leftJoin('user as actor', 'actor.id', 'audit.actor_id')
    .leftJoin('user as subject', (join) =>
      join.onRef('subject.id', '=', 'audit.subject_id').on('audit.subject_kind', '=', 'user'),
    )
    .where('audit.space_id', '=', spaceId)
    .$call(newestFirst('audit.created_at', 'audit.id', { after }))
    .select(['audit.id', 'audit.created_at', 'audit.verb', 'audit.detail'])
    .select(['actor.name as actor', 'actor.handle as actor_handle', 'actor.role as actor_role'])
    .select(goneActor.as('actor_gone'))
    .select(['subject.name as subject', 'subject.handle as subject_handle'])
    .select(undoable(viewer).as('undoable'))
    .execute()
  return pageOf(
    rows.map(({ detail, ...row }) => ({ ...row, ...changes(detail) })),
    (row) => row.created_at,
  )
}

// Of the details only what the space's people read: the new role, the new visibility.
function changes(detail: string) {
  const { role, to } = JSON.parse(detail) as { role?: unknown; to?: unknown }
  return {
    role: SPACE_ROLES.find((one) => one === role) ?? null,
    visibility: VISIBILITIES.find((one) => one === to) ?? null,
  }
}
