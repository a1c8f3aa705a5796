import type { Db } from '#db/client.server.ts'
import type demo from '#db/sample/demo.json'
import type { Lang, Row } from '#db/schema.ts'
import { insertItem, now, publishItem, sealItem, setChallenges } from '../items/write.server.ts'
import type { SignedIn } from '../users/viewer.ts'

type Cast = Record<string, SignedIn>
type Thread = (typeof demo.threads)[number]
type Place = { space_id: string | null; thread_id: string | null }
type Text = { author: string; lang: string; title?: string; body: string }

/** Writes one example thread with its replies, each by its person. */
export function addDemoThread(db: Db, cast: Cast, spaces: Record<string, string>, thread: Thread) {
  const { space, challenge, form, replies, ...text } = thread
  const space_id = space ? spaces[space]! : null
  return db.transaction().execute(async (trx) => {
    const id = await write(trx, cast, { space_id, thread_id: null }, text, async (itemId) => {
      const row = { item_id: itemId, form: form as Row<'thread'>['form'] }
      await trx.insertInto('thread').values(row).execute()
      if (challenge) await setChallenges(trx, itemId, await anyChallenge(trx), null)
    })
    for (const { accepted, ...reply } of replies) {
      const postId = await write(trx, cast, { space_id, thread_id: id }, reply)
      await countReply(trx, id, accepted ? { postId, by: cast[text.author]!.id } : undefined)
    }
  })
}

async function write(
  trx: Db,
  cast: Cast,
  place: Place,
  { author, lang, title, body }: Text,
  more: (itemId: string) => Promise<unknown> = async () => {},
) {
  const { id: author_id, seats } = cast[author]!
  const kind = place.thread_id ? ('post' as const) : ('thread' as const)
  const by = { author_id, seat_id: seats[0]?.id ?? null }
  const id = await insertItem(
    trx,
    { kind, state: 'published', lang: lang as Lang, ...place, ...by },
    { title, sections: { body } },
  )
  await more(id)
  await publishItem(trx, id)
  await sealItem(trx, id, author_id)
  return id
}

async function countReply(trx: Db, id: string, accepted?: { postId: string; by: string }) {
  await trx
    .updateTable('thread')
    .set((eb) => ({ reply_count: eb('reply_count', '+', 1), last_post_at: now() }))
    .$if(accepted !== undefined, (query) =>
      query.set({
        accepted_post_id: accepted?.postId,
        accepted_by: accepted?.by,
        accepted_at: now(),
      }),
    )
    .where('item_id', '=', id)
    .execute()
}

async function anyChallenge(trx: Db) {
  const row = await trx
    .selectFrom('item')
    .where('kind', '=', 'challenge')
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .select('id')
    .executeTakeFirst()
  return row ? [row.id] : []
}
