import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { now } from '../items/write.server.ts'
import { record } from '../moderation/audit.server.ts'
import { draftSchema } from '../practices/practices.schema.server.ts'
import { createPractice } from '../practices/save.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { FoundEvent } from './events.server.ts'
import { linkPractice } from './presentations.server.ts'
import type { Presentation } from './presentations.ts'

/**
 * Makes a draft of the viewer's from what their collectivity presented: its title, its place, its year.
 * Whoever had declined has thought again. Takes a transaction; gives the draft's id.
 */
export async function draftFromPresentation(
  trx: Db,
  viewer: SignedIn,
  event: FoundEvent,
  { id, title, lang, place }: Presentation,
) {
  const year = event.starts_on.slice(0, 4)
  const input = draftSchema.parse({ title, lang, collectivity: place.code, year })
  const kept = { kind: 'practice', outcome: 'keep', spaceId: null } as const
  const practiceId = await createPractice(trx, viewer, { input, tagIds: [], ...kept })
  await linkPractice(trx, id, practiceId)
  await trx
    .updateTable('presentation')
    .set({ declined_at: null, reason: null, reason_lang: null })
    .where('event_id', '=', event.id)
    .where('id', '=', id)
    .execute()
  return practiceId
}

/** Notes that a collectivity will not write a presentation up, and why if it says so. Takes a transaction. */
export async function declinePresentation(
  trx: Db,
  viewer: SignedIn,
  event: FoundEvent,
  { id, reason, lang }: { id: string; reason: string; lang: Lang },
) {
  await trx
    .updateTable('presentation')
    .set({ declined_at: now(), reason: reason || null, reason_lang: reason ? lang : null })
    .where('event_id', '=', event.id)
    .where('id', '=', id)
    .execute()
  const subject = { kind: 'event', id: event.id }
  await record(trx, viewer, { verb: 'presentation_declined', subject, space_id: null, detail: {} })
}
