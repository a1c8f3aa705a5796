import type { Db } from '#db/client.server.ts'
import { now, publishItem, sealItem } from '../items/write.server.ts'
import { record } from '../moderation/audit.server.ts'
import { announce } from '../notifications/tellings.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import { NOTICE } from '../personal-data/notice.ts'
import { findPractice } from '../practices/find.server.ts'
import { digest } from '../users/digest.server.ts'
import { findViewer } from '../users/users.server.ts'
import { hasChanged } from './ask.server.ts'
import { canAskAttestation } from './attestations.policy.ts'

/**
 * What a link asks about, for whoever holds its secret: the draft, found as the facilitator who sent it
 * finds it. Looking uses nothing up. Gives undefined alike for a link that never was, was used, taken
 * back or has run out, and where the draft is another by now, or its facilitator is none any more.
 */
export async function openAttestation(db: Db, secret: string) {
  const request = await db
    .selectFrom('attestation_request as request')
    .where('request.token_hash', '=', digest(secret))
    .where('request.answered_at', 'is', null)
    .where('request.expires_at', '>', now())
    .select(['request.id', 'request.item_id', 'request.asked_by', 'request.revision'])
    .select(['request.asked_at', 'request.expires_at'])
    .executeTakeFirst()
  if (!request) return undefined
  const asker = await findViewer(db, request.asked_by)
  const item = asker && (await findPractice(db, asker, request.item_id))
  if (!asker || !item || !canAskAttestation(asker, item)) return undefined
  return (await hasChanged(db, item.id, request)) ? undefined : { request, asker, item }
}

export type OpenAttestation = NonNullable<Awaited<ReturnType<typeof openAttestation>>>

/**
 * Publishes a draft because its collectivity says that it is right, once, and tells its facilitator.
 * Takes a transaction and who says so, who has accepted the notice. Gives what was published, or
 * undefined as `openAttestation` does. Of the person, the function alone stays when the request goes.
 */
export async function attest(trx: Db, secret: string, said: { name: string; function: string }) {
  const open = await openAttestation(trx, secret)
  if (!open) return undefined
  const { asker, item } = open
  await close(trx, open, { answer: 'right', notice: NOTICE, ...said })
  await trx
    .insertInto('attestation')
    .values({
      item_id: item.id,
      collectivity_code: item.collectivity_code!,
      function: said.function,
    })
    .onConflict((conflict) =>
      conflict.column('item_id').doUpdateSet((eb) => ({
        collectivity_code: eb.ref('excluded.collectivity_code'),
        function: eb.ref('excluded.function'),
        attested_at: now(),
      })),
    )
    .execute()
  await publishItem(trx, item.id)
  await sealItem(trx, item.id, asker.id)
  await announce(trx, asker, item.id)
  const subject = { kind: item.kind, id: item.id }
  const detail = { function: said.function }
  await record(trx, null, { verb: 'practice_attested', subject, detail })
  await notify(trx, { user_id: asker.id, kind: 'published', item_id: item.id })
  return item
}

/** Gives a draft back to its facilitator with what must change, once. Takes and gives as `attest` does. */
export async function sendBack(trx: Db, secret: string, note: string) {
  const open = await openAttestation(trx, secret)
  if (!open) return undefined
  const { asker, item } = open
  await close(trx, open, { answer: 'change', note })
  const subject = { kind: item.kind, id: item.id }
  await record(trx, null, { verb: 'attestation_sent_back', subject })
  await notify(trx, { user_id: asker.id, kind: 'returned', item_id: item.id, note })
  return item
}

type Answer =
  | { answer: 'right'; name: string; function: string; notice: string }
  | { answer: 'change'; note: string }

async function close(trx: Db, { request }: OpenAttestation, answer: Answer) {
  await trx
    .updateTable('attestation_request')
    .set({ answered_at: now(), ...answer })
    .where('id', '=', request.id)
    .execute()
}
