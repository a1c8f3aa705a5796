import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'

const MOST = 50

type Of = { id: ReadableId; origin_id: string | null }

/**
 * What a practice hangs together with, of what the viewer may read: the challenges it answers, the
 * threads that ask about it, the one it was made from, and the events where it was presented.
 */
export async function listLinked(db: Db, viewer: Viewer, lang: Lang, { id, origin_id }: Of) {
  const cards = await listCards(
    cardQuery(db, viewer, lang)
      .where('item.id', 'in', (eb) =>
        eb
          .selectFrom('challenge_link')
          .where('challenge_link.item_id', '=', id)
          .select('challenge_link.challenge_id as id')
          .unionAll(
            eb
              .selectFrom('practice_thread')
              .where('practice_id', '=', id)
              .select('practice_thread.thread_id as id'),
          )
          .unionAll(
            eb
              .selectFrom('presentation_practice')
              .innerJoin('presentation', 'presentation.id', 'presentation_practice.presentation_id')
              .where('presentation_practice.practice_id', '=', id)
              .select('presentation.event_id as id'),
          ),
      )
      .where('item.hidden_at', 'is', null)
      .where('item.state', '<>', 'held'),
  )
  cards.sort((a, b) => ((a.published_at ?? '') < (b.published_at ?? '') ? 1 : -1))
  const threads = cards.filter(({ kind }) => kind === 'thread')
  return {
    events: cards.filter(({ kind }) => kind === 'event').slice(0, MOST),
    challenges: cards.filter(({ kind }) => kind === 'challenge').slice(0, MOST),
    questions: threads.filter((card) => card.id !== origin_id).slice(0, MOST),
    origin: threads.find((card) => card.id === origin_id) ?? null,
  }
}

export type Linked = {
  events: Card[]
  challenges: Card[]
  questions: Card[]
  origin: Card | null
}

/** Ties a thread to a practice, both of which the caller has found or made. Takes a transaction. */
export async function tieThread(
  trx: Db,
  practiceId: string,
  threadId: string,
  tie: Row<'practice_thread'>['tie'],
) {
  await trx
    .insertInto('practice_thread')
    .values({ practice_id: practiceId, thread_id: threadId, tie })
    .execute()
}

/** The people who wrote a practice: its author and their co-authors. */
export async function listAuthorIds(
  db: Db,
  { id, author_id }: { id: ReadableId; author_id: string | null },
) {
  const others = await db
    .selectFrom('co_author')
    .where('item_id', '=', id)
    .select('user_id')
    .execute()
  return [author_id, ...others.map(({ user_id }) => user_id)].filter((one) => one !== null)
}
