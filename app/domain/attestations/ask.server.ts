import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang } from '#db/schema.ts'
import { CHECKS } from '../items/checks.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { now } from '../items/write.server.ts'
import { record } from '../moderation/audit.server.ts'
import { type FoundPractice, lastRevision } from '../practices/find.server.ts'
import { missing } from '../practices/practices.schema.server.ts'
import { storedValues } from '../practices/typed.server.ts'
import { digest, newSecret } from '../users/digest.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { ATTESTATION_DAYS } from './attestations.limits.ts'

/** The required fields that a draft still lacks, as errors by field: it is not asked about till then. */
export async function missingToAsk(db: Db, viewer: SignedIn, item: FoundPractice) {
  return missing(await storedValues(db, viewer, item, item.lang))
}

/**
 * Makes a link by which an address may confirm a draft of the viewer's as it now stands; the one before
 * it is forgotten. Takes a transaction; gives the id of the request and the secret of the link, of which
 * only a hash is kept.
 */
export async function askAttestation(
  trx: Db,
  viewer: SignedIn,
  item: FoundPractice,
  { email, lang }: { email: string; lang: Lang },
) {
  const [id, secret] = [newId(), newSecret()]
  await forget(trx, item.id)
  await trx
    .insertInto('attestation_request')
    .values({
      id,
      item_id: item.id,
      asked_by: viewer.id,
      email,
      lang,
      token_hash: digest(secret),
      revision: await lastRevision(trx, item.id),
      expires_at: new Date(Date.now() + ATTESTATION_DAYS * 86_400_000).toISOString(),
    })
    .execute()
  const subject = { kind: item.kind, id: item.id }
  await record(trx, viewer, { verb: 'attestation_asked', subject, detail: { checked: CHECKS } })
  return { id, secret }
}

/** What was last asked about a practice that the caller wrote, how it stands and who answered. */
export async function findAttestationRequest(db: Db, item: FoundPractice) {
  const row = await db
    .selectFrom('attestation_request')
    .where('item_id', '=', item.id)
    .select(['email', 'revision', 'asked_at', 'expires_at', 'answered_at', 'answer'])
    .select(['name', 'function', 'note'])
    .executeTakeFirst()
  if (!row) return undefined
  const { revision, ...request } = row
  const waits = request.answer === null
  const changed = waits && (await hasChanged(db, item.id, { revision, asked_at: row.asked_at }))
  const state: RequestState = changed
    ? 'changed'
    : waits && row.expires_at <= now()
      ? 'expired'
      : (request.answer ?? 'waits')
  return { ...request, state }
}

/** How a request stands; `changed`: the draft is no longer what the link was sent for. */
export type RequestState = 'waits' | 'changed' | 'expired' | 'right' | 'change'

/** Whether an item is no longer what it was when it was asked about: another revision, another file. */
export async function hasChanged(
  db: Db,
  id: ReadableId,
  { revision, asked_at }: { revision: number; asked_at: string },
) {
  if ((await lastRevision(db, id)) !== revision) return true
  const added = await db
    .selectFrom('file')
    .where('item_id', '=', id)
    .where('created_at', '>', asked_at)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return added !== undefined
}

/** Ends the link of a practice and erases whom it was sent to and who answered. Takes a transaction. */
export async function withdrawAttestation(trx: Db, viewer: SignedIn, item: FoundPractice) {
  if (!(await forget(trx, item.id))) return false
  const subject = { kind: item.kind, id: item.id }
  await record(trx, viewer, { verb: 'attestation_withdrawn', subject })
  return true
}

// The mail that carries the link goes by the same id as the request.
async function forget(trx: Db, itemId: ReadableId) {
  const gone = await trx
    .deleteFrom('attestation_request')
    .where('item_id', '=', itemId)
    .returning('id')
    .executeTakeFirst()
  if (gone) await trx.deleteFrom('mail').where('id', '=', gone.id).execute()
  return gone !== undefined
}
