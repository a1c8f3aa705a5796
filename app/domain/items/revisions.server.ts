import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'

export type Snapshot = {
  state: string
  texts: { lang: string; title: string | null; summary: string | null }[]
  sections: { lang: string; name: string; source: string }[]
  practice: Omit<Row<'practice'>, 'item_id'> | null
  principles: string[]
  tags: string[]
  challenges: string[]
}

/** Keeps an item as it now stands. Takes a transaction, its id, who changed it and a note. */
export async function saveRevision(trx: Db, itemId: string, authorId: string | null, note: string) {
  const snapshot = JSON.stringify(await snapshotOf(trx, itemId))
  const last = await trx
    .selectFrom('revision')
    .where('item_id', '=', itemId)
    .orderBy('number', 'desc')
    .select(['number', 'snapshot'])
    .executeTakeFirst()
  if (last?.snapshot === snapshot) return
  const number = (last?.number ?? 0) + 1
  await trx
    .insertInto('revision')
    .values({ item_id: itemId, number, author_id: authorId, note, snapshot })
    .execute()
}

async function snapshotOf(trx: Db, itemId: string): Promise<Snapshot> {
  const of = { item_id: itemId }
  const item = await trx
    .selectFrom('item')
    .where('id', '=', itemId)
    .select(['state', 'kind'])
    .executeTakeFirstOrThrow()
  const texts = await trx
    .selectFrom('item_text')
    .where((eb) => eb.and(of))
    .orderBy('lang')
    .select(['lang', 'title', 'summary'])
    .execute()
  const sections = await trx
    .selectFrom('section')
    .where((eb) => eb.and(of))
    .orderBy('lang')
    .orderBy('name')
    .select(['lang', 'name', 'source'])
    .execute()
  const filed = item.kind === 'post' ? UNFILED : await filing(trx, itemId)
  return { state: item.state, texts, sections, ...filed }
}

// A reply is filed where its thread is.
const UNFILED = { practice: null, principles: [], tags: [], challenges: [] }

async function filing(trx: Db, itemId: string) {
  const practice = await trx
    .selectFrom('practice')
    .where('item_id', '=', itemId)
    .selectAll()
    .executeTakeFirst()
  const { item_id: _, ...columns } = practice ?? { item_id: '' }
  const principles = trx.selectFrom('item_principle').where('item_id', '=', itemId)
  const tags = trx.selectFrom('item_tag').where('item_id', '=', itemId)
  const challenges = trx.selectFrom('challenge_link').where('item_id', '=', itemId)
  return {
    practice: practice ? (columns as Snapshot['practice']) : null,
    principles: (await principles.orderBy('principle').select('principle').execute()).map(
      (r) => r.principle,
    ),
    tags: (await tags.orderBy('tag_id').select('tag_id').execute()).map((r) => r.tag_id),
    challenges: (await challenges.orderBy('challenge_id').select('challenge_id').execute()).map(
      (r) => r.challenge_id,
    ),
  }
}
