import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { CHECKS } from '../items/checks.ts'
import {
  editTexts,
  insertItem,
  publishItem,
  sealItem,
  setChallenges,
  setPrinciples,
  setTags,
} from '../items/write.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { record } from '../moderation/audit.server.ts'
import { announce, announceChange } from '../notifications/tellings.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { challengesAfter } from './challenge-choice.server.ts'
import { columnsOf } from './columns.ts'
import { lastRevision } from './find.server.ts'
import type { PracticeInput } from './practices.schema.server.ts'
import { writtenTexts } from './translations.ts'
import { noteChanges } from './translations.server.ts'

type Filed = { input: PracticeInput; tagIds: string[] }

/** What becomes of it: kept as it stands, handed in for review, or public now. */
export type Outcome = 'keep' | 'submit' | 'publish'

type New = Filed & { kind: 'practice' | 'tool'; spaceId: string | null; outcome: Outcome }

/** Adds a practice or a tool of the viewer's. Takes a transaction and checked input; gives the id. */
export async function createPractice(trx: Db, viewer: SignedIn, given: New) {
  const { kind, spaceId, input } = given
  const row = { kind, lang: input.lang, space_id: spaceId, state: 'draft' as const }
  const by = { author_id: viewer.id, seat_id: seatFor(viewer, input.collectivity) }
  const id = await insertItem(trx, { ...row, ...by }, writtenTexts(input))
  await trx
    .insertInto('practice')
    .values({ item_id: id, ...columnsOf(input) })
    .execute()
  await fileUnder(trx, viewer, id, given)
  await settle(trx, viewer, { id, kind, space_id: spaceId }, given)
  return id
}

type Existing = Placed & { id: ReadableId; lang: Lang }
type Change = Filed & { outcome: Outcome }

/** Writes over a practice or a tool that the caller may change. Takes a transaction. */
export async function savePractice(trx: Db, viewer: SignedIn, item: Existing, change: Change) {
  const { input } = change
  const before = await lastRevision(trx, item.id)
  if (input.lang !== item.lang) await changeLang(trx, item, input.lang)
  await editTexts(trx, item.id, input.lang, writtenTexts(input))
  await trx.updateTable('practice').set(columnsOf(input)).where('item_id', '=', item.id).execute()
  await fileUnder(trx, viewer, item.id, change)
  await settle(trx, viewer, item, change)
  await noteChanges(trx, { id: item.id, lang: input.lang }, before)
}

async function fileUnder(trx: Db, viewer: SignedIn, id: string, { input, tagIds }: Filed) {
  await setPrinciples(trx, id, input.principles)
  await setTags(trx, id, tagIds)
  const challenges = await challengesAfter(trx, viewer, id, input.challenges)
  await setChallenges(trx, id, challenges, viewer.id)
}

type Placed = { id: string; kind: string; space_id: string | null }

async function settle(trx: Db, viewer: SignedIn, item: Placed, { outcome, input }: Change) {
  const { id, kind, space_id } = item
  const isNew = outcome === 'publish' && (await publishItem(trx, id))
  if (outcome === 'submit') {
    await trx.updateTable('item').set({ state: 'submitted' }).where('id', '=', id).execute()
  }
  await sealItem(trx, id, viewer.id, input.note)
  await (isNew ? announce : announceChange)(trx, viewer, id)
  if (outcome === 'keep') return
  const detail = { checked: CHECKS }
  await record(trx, viewer, { verb: 'publishing_checked', subject: { kind, id }, space_id, detail })
}

// The original was written in another language than was said: its text moves there.
async function changeLang(trx: Db, { id, lang }: Existing, to: Lang) {
  await trx.deleteFrom('item_text').where('item_id', '=', id).where('lang', '=', lang).execute()
  await trx.updateTable('item').set({ lang: to }).where('id', '=', id).execute()
}

function seatFor(viewer: SignedIn, code: string) {
  const seat = viewer.seats.find((one) => one.collectivity_code === code) ?? viewer.seats[0]
  return seat?.id ?? null
}
