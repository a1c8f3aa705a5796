import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { SectionName } from '../items/items.limits.ts'
import type { Snapshot } from '../items/revisions.server.ts'
import { writeTexts } from '../items/texts.server.ts'
import { now, sealItem, setChallenges, setPrinciples, setTags } from '../items/write.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { challengesAfter } from './challenge-choice.server.ts'
import { type FoundPractice, lastRevision } from './find.server.ts'
import { revisionFor, withoutUnseen } from './parts.ts'
import { canReadRevision } from './practices.policy.ts'
import { noteRestored } from './translations.server.ts'

const MOST = 200

/** The revisions of a practice that its reader may read, as far as they may, the latest first. */
export async function listRevisions(db: Db, practice: FoundPractice) {
  const rows = await db
    .selectFrom('revision')
    .leftJoin('user', 'user.id', 'revision.author_id')
    .where('revision.item_id', '=', practice.id)
    .orderBy('revision.number', 'desc')
    .limit(MOST)
    .select(['revision.number', 'revision.created_at', 'revision.note', 'revision.snapshot'])
    .select(['user.name as author_name', 'user.handle as author_handle'])
    .execute()
  const readable = rows
    .map(({ snapshot, ...row }) => ({ ...row, snapshot: JSON.parse(snapshot) as Snapshot }))
    .filter(({ snapshot }) => canReadRevision(practice, snapshot.state))
    .map((row) => ({ ...row, snapshot: revisionFor(practice, row.snapshot) }))
  return practice.insider ? readable : withoutUnseen(readable)
}

export type Revision = Awaited<ReturnType<typeof listRevisions>>[number]

/**
 * Makes a practice again what it was: its texts in every language, its facts and its filing; its
 * state and its history stay. Takes a transaction and one of the revisions that `listRevisions` gave.
 */
export async function restoreRevision(
  trx: Db,
  viewer: SignedIn,
  item: FoundPractice,
  { snapshot }: Revision,
) {
  const before = await lastRevision(trx, item.id)
  await restoreTexts(trx, item.id, snapshot)
  await restoreFacts(trx, item.id, snapshot)
  await restoreFiling(trx, viewer, item.id, snapshot)
  const lang = snapshot.texts.some((text) => text.lang === item.lang)
    ? item.lang
    : (snapshot.texts[0]?.lang as Lang)
  await trx.updateTable('item').set({ edited_at: now(), lang }).where('id', '=', item.id).execute()
  await sealItem(trx, item.id, viewer.id)
  await noteRestored(trx, { id: item.id, lang }, before)
}

async function restoreTexts(trx: Db, id: string, { texts, sections }: Snapshot) {
  await trx.deleteFrom('item_text').where('item_id', '=', id).execute()
  for (const { lang, title, summary } of texts) {
    const own = sections.filter((section) => section.lang === lang)
    await writeTexts(trx, id, lang as Lang, {
      title,
      summary,
      sections: Object.fromEntries(own.map(({ name, source }) => [name as SectionName, source])),
    })
  }
}

async function restoreFacts(trx: Db, id: string, { practice }: Snapshot) {
  if (!practice) return
  // Where an entry was imported from is a fact about it, not a part of its text.
  const { import_id: _, ...facts } = practice
  await trx.updateTable('practice').set(facts).where('item_id', '=', id).execute()
}

// Tags may have been merged since, and challenges removed: what is gone stays away.
async function restoreFiling(trx: Db, viewer: Viewer, id: string, snapshot: Snapshot) {
  const tags = await trx
    .selectFrom('tag')
    .where('id', 'in', ['', ...snapshot.tags])
    .select('id')
    .execute()
  await setPrinciples(trx, id, snapshot.principles)
  await setTags(
    trx,
    id,
    tags.map((tag) => tag.id),
  )
  const challenges = await challengesAfter(trx, viewer, id, snapshot.challenges)
  await setChallenges(trx, id, challenges, viewer?.id ?? null)
}
