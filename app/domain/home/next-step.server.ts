import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { type Ask, listAsks } from '../adoptions/asks.server.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import type { QueueKind } from '../moderation/moderation.limits.ts'
import { countWaiting } from '../moderation/queue.server.ts'
import { openNotifications } from '../notifications/notifications.server.ts'
import { isFacilitator, isMember, type SignedIn } from '../users/viewer.ts'
import { listOpenQuestions } from './questions.server.ts'
import { listOfStage, type Stage } from './stage.server.ts'
import { listTakenUpByAlike, type TakenUp } from './taken-up.server.ts'

export type NextStep = {
  standing: 'no_seat' | 'waiting' | 'member'
  /** For whoever runs the forum: how much waits for them, by kind. */
  waiting: Record<QueueKind, number> | null
  /** What their seats are asked: a line on how something went, what they presented. */
  asks: Ask[]
  news: Card[]
  questions: Card[]
  /** What collectivities like theirs have taken up. */
  takenUp: TakenUp[]
  /** What helps at the step where their collectivity stands. */
  stage: Stage
  drafts: Card[]
}

/**
 * What a signed-in person may want to do next: ask for a seat, decide what waits, read what is new,
 * answer a question of their peers, finish a draft.
 */
export async function findNextStep(db: Db, viewer: SignedIn, lang: Lang): Promise<NextStep> {
  const { id } = viewer
  const standing = isMember(viewer) ? 'member' : (await hasAsked(db, id)) ? 'waiting' : 'no_seat'
  return {
    standing,
    waiting: isFacilitator(viewer) ? await countWaiting(db, viewer, {}) : null,
    asks: await listAsks(db, viewer, lang),
    news: await listNews(db, viewer, lang),
    questions: await listOpenQuestions(db, viewer, lang),
    // Who runs the forum has a queue to look at.
    takenUp: isFacilitator(viewer) ? [] : await listTakenUpByAlike(db, viewer, lang),
    stage: isFacilitator(viewer) ? null : await listOfStage(db, viewer, lang),
    drafts: await listOpenDrafts(db, viewer, lang),
  }
}

async function hasAsked(db: Db, userId: string) {
  const waiting = await db
    .selectFrom('seat')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return waiting !== undefined
}

// Among so many of the last that were told.
const RECENT = 100

// Whatever was told and not read yet, as the threads and items that it is about. Which of them are shown is
// known before any is looked up.
function listNews(db: Db, viewer: SignedIn, lang: Lang, limit = 5) {
  const last = openNotifications(db, viewer)
    .where('notification.read_at', 'is', null)
    .orderBy('notification.created_at', 'desc')
    .limit(RECENT)
    .select(['notification.item_id', 'notification.created_at'])
    .as('last')
  const told = db
    .selectFrom(last)
    .innerJoin('item as about', 'about.id', 'last.item_id')
    .innerJoin('item as whole', (join) =>
      join.on('whole.id', '=', sql<string>`coalesce(about.thread_id, about.id)`),
    )
    .where('whole.kind', 'in', ['challenge', 'thread', 'practice', 'tool'])
    .groupBy('whole.id')
    .select('whole.id')
    .select(sql<string>`max(last.created_at)`.as('at'))
    .orderBy('at', 'desc')
    .orderBy('whole.id')
    .limit(limit)
    .as('told')
  return listCards(
    cardQuery(db, viewer, lang)
      .innerJoin(told, 'told.id', 'item.id')
      .orderBy('told.at', 'desc')
      .orderBy('item.id') as unknown as ReturnType<typeof cardQuery>,
  )
}

function listOpenDrafts(db: Db, viewer: SignedIn, lang: Lang, limit = 3) {
  const shared = db.selectFrom('co_author').where('user_id', '=', viewer.id).select('item_id')
  return listCards(
    cardQuery(db, viewer, lang)
      .where('item.state', '=', 'draft')
      .where((eb) => eb.or([eb('item.author_id', '=', viewer.id), eb('item.id', 'in', shared)]))
      .orderBy('item.created_at', 'desc')
      .orderBy('item.id')
      .limit(limit),
  )
}
