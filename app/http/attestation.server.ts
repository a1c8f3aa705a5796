import type { AppLoadContext } from '@remix-run/node'
import { askAttestation } from '#app/domain/attestations/ask.server.ts'
import { attest, openAttestation, sendBack } from '#app/domain/attestations/answer.server.ts'
import { ATTESTATION_DAYS } from '#app/domain/attestations/attestations.limits.ts'
import { canAskAttestation } from '#app/domain/attestations/attestations.policy.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { listFiles } from '#app/domain/files/files.server.ts'
import { queueMail } from '#app/domain/mail/outbox.server.ts'
import { DAYS_KEPT } from '#app/domain/personal-data/retention.ts'
import type { FoundPractice } from '#app/domain/practices/find.server.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { isFacilitator, type SignedIn } from '#app/domain/users/viewer.ts'
import { publicUrl } from '#app/settings.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { mailOf } from './mail.server.ts'
import { openToNameAuthors } from './practice-editing.server.ts'
import { allowed } from './respond.server.ts'

type Args = { request: Request; params: { id?: string }; context: AppLoadContext }

/** The practice of the address, for the facilitator who wrote it, and whether its collectivity may be asked. */
export async function openToAsk(args: Args) {
  const { viewer, item } = await openToNameAuthors(args)
  allowed(isFacilitator(viewer))
  return { viewer, item, may: canAskAttestation(viewer, item) }
}

/**
 * Asks an address to confirm a draft and writes to it. The mail goes by the id of the request, and with
 * it; it names no item, since its reader has no account that could be asked.
 */
export async function askByMail(
  viewer: SignedIn,
  item: FoundPractice,
  given: { email: string; lang: Lang },
) {
  const { email, lang } = given
  const { title } = await viewPractice(db, item, { viewer, lang })
  const { name_ar, name_fr } = item
  await db.transaction().execute(async (trx) => {
    const { id, secret } = await askAttestation(trx, viewer, item, given)
    const base = `${publicUrl()}/${lang}`
    const values = {
      title,
      asker: viewer.name,
      place: name_ar && name_fr ? placeName(lang, { name_ar, name_fr }) : '',
      link: `${base}/attest?token=${secret}`,
      days: String(ATTESTATION_DAYS),
      kept: String(DAYS_KEPT.attestation_request),
      privacy: `${base}/privacy`,
    }
    await queueMail(trx, { ...mailOf({ id: null, email, lang }, 'attestation', values, {}), id })
  })
}

/**
 * What a link shows to whoever holds it, or null. The draft was found as its facilitator finds it; what
 * is around it (challenges, threads) is what any visitor reads.
 */
export async function showAttestation(secret: string, lang: Lang) {
  const open = await openAttestation(db, secret)
  if (!open) return null
  const { item, asker } = open
  const { titles: _, ...practice } = await viewPractice(db, item, { viewer: null, lang })
  const files = await listFiles(db, asker, item.id)
  return {
    practice,
    asker: asker.name,
    files: files.map(({ title, name, lang }) => ({ title: title || name, lang })),
  }
}

/** Says "this is right": publishes; or what must change: gives back. Undefined where the link is dead. */
export async function answerAttestation(
  secret: string,
  said: { name: string; function: string } | { note: string },
) {
  return db
    .transaction()
    .execute((trx) =>
      'note' in said ? sendBack(trx, secret, said.note) : attest(trx, secret, said),
    )
}
