import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { SignedIn } from '../users/viewer.ts'
import { UNDO_MINUTES } from './moderation.limits.ts'

type Entry = {
  /** What was done, as a locale key under `audit.`: `seat_confirmed`, `item_hidden`, … */
  verb: string
  subject: { kind: string; id: string }
  /** Set for what happened inside a space. */
  space_id?: string | null
  detail?: Record<string, unknown>
  /** Set for what can be undone for a while: what undoing it has to know. */
  undo?: Record<string, unknown>
}

/** Whether the person behind a line, joined as `actor`, has no account any more. */
export const goneActor = sql<0 | 1>`(audit.actor_id is not null and actor.id is null)`

/**
 * Writes one line into the audit log, in the transaction of what it tells of. Gives its id, which
 * mails and notifications about it carry, so that undoing it takes them back.
 */
export async function record(
  trx: Db,
  actor: Pick<SignedIn, 'id' | 'from'> | null,
  { verb, subject, undo, ...entry }: Entry,
) {
  const id = newId()
  await trx
    .insertInto('audit')
    .values({
      id,
      actor_id: actor?.id ?? null,
      verb,
      subject_kind: subject.kind,
      subject_id: subject.id,
      space_id: entry.space_id ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
      place: actor?.from?.place ?? '',
      device: actor?.from?.device ?? '',
    })
    .execute()
  if (undo) await canBeUndone(trx, id, undo)
  return id
}

async function canBeUndone(trx: Db, actId: string, state: Record<string, unknown>) {
  await trx
    .insertInto('undo')
    .values({ act_id: actId, state: JSON.stringify(state), expires_at: undoneUntil() })
    .execute()
}

/** Until when what is done now can be undone: a mail about it leaves no earlier. */
export function undoneUntil() {
  return new Date(Date.now() + UNDO_MINUTES * 60_000).toISOString()
}
