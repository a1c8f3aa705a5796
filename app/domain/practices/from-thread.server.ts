import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { SECTION_MAX } from '../items/items.limits.ts'
import { findSent } from '../items/sent.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { ownWords } from '../posts/quotes.ts'
import type { SignedIn } from '../users/viewer.ts'
import { draftSchema } from './practices.schema.server.ts'
import { createPractice } from './save.server.ts'
import { tieThread } from './threads.server.ts'
import { writtenTexts } from './translations.ts'

type Said = { id: ReadableId; source: string }

export type Source = {
  thread: Said & { title: string; lang: Lang }
  /** The reply that answers, if one does. */
  answer: Said | undefined
  challenges: string[]
  spaceId: string | null
}

/**
 * Makes a draft of the viewer's from a thread: what was asked becomes its context, the answer its
 * steps, both as quotations; whoever wrote them is kept as a contributor. Takes a transaction; gives the
 * draft's id, and the ids of the people to ask: nobody when it was made a moment ago.
 */
export async function draftFromThread(trx: Db, viewer: SignedIn, source: Source) {
  const { thread, answer, challenges, spaceId } = source
  const input = draftSchema.parse({
    ...{ title: thread.title, lang: thread.lang, challenges },
    collectivity: viewer.seats.find((one) => one.collectivity_code)?.collectivity_code ?? '',
    context: quoted(thread.source),
    steps: answer ? quoted(answer.source) : '',
  })
  const place = { kind: 'practice', space_id: spaceId, isDraft: true } as const
  const sent = await findSent(trx, viewer, place, writtenTexts(input))
  if (sent) return { id: sent, asked: [] }
  const kept = { kind: 'practice', outcome: 'keep' } as const
  const id = await createPractice(trx, viewer, { input, tagIds: [], spaceId, ...kept })
  await tieThread(trx, id, thread.id, 'origin')
  const people = await contributorsTo(trx, viewer, [thread.id, ...(answer ? [answer.id] : [])])
  if (people.length) {
    const rows = people.map((one) => ({ practice_id: id, ...one }))
    await trx.insertInto('practice_contributor').values(rows).execute()
  }
  return { id, asked: people.map(({ user_id }) => user_id) }
}

/** The words of others as a quotation, without what they quote themselves and without their name. */
export function quoted(source: string) {
  const lines = ownWords(source).split('\n')
  return lines
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
    .slice(0, SECTION_MAX)
}

/** Everyone but the viewer who wrote one of these, each once and with the seat they wrote from. */
export async function contributorsTo(db: Db, viewer: SignedIn, ids: ReadableId[]) {
  const written = await db
    .selectFrom('item')
    .where('id', 'in', ids)
    .select(['author_id', 'seat_id'])
    .execute()
  const others = new Map<string, string | null>()
  for (const { author_id, seat_id } of written) {
    if (author_id && author_id !== viewer.id) others.set(author_id, seat_id)
  }
  return [...others].map(([user_id, seat_id]) => ({ user_id, seat_id }))
}
