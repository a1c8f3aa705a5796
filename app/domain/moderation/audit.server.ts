import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { SignedIn } from '../users/viewer.ts'

type Entry = {
  /** What was done, as a locale key under `audit.`: `seat_confirmed`, `item_hidden`, … */
  verb: string
  subject: { kind: string; id: string }
  /** Set for what happened inside a space. */
  space_id?: string | null
  detail?: Record<string, unknown>
}

/** Writes one line into the audit log, in the transaction of what it tells of. */
export async function record(trx: Db, actor: Pick<SignedIn, 'id'> | null, entry: Entry) {
  await trx
    .insertInto('audit')
    .values({
      id: newId(),
      actor_id: actor?.id ?? null,
      verb: entry.verb,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      space_id: entry.space_id ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute()
}
