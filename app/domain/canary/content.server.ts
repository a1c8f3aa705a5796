import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Lang } from '#db/schema.ts'
import { openChallenge } from '../challenges/challenges.server.ts'
import { keepFile } from '../files/files.server.ts'
import { inspectFile } from '../files/inspect.server.ts'
import { writeTexts } from '../items/texts.server.ts'
import { insertItem, sealItem } from '../items/write.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { notify } from '../notifications/notifications.server.ts'
import { addPost } from '../posts/posts.server.ts'
import { openThread } from '../threads/threads.server.ts'
import type { SignedIn } from '../users/viewer.ts'

type Planted = {
  owner: SignedIn
  former: SignedIn
  space: { id: string }
  words: Record<Lang, string>
}

/** Writes one of everything into the space of a canary; gives the ids. */
export async function fillCanary(db: Db, planted: Planted) {
  const { owner, former, space, words } = planted
  const text = Object.values(words).join(' ')
  const bytes = new TextEncoder().encode(text)
  const inspected = await inspectFile(bytes, `${words.fr}.txt`)
  if (!inspected.ok) throw new Error(inspected.reason)
  return db.transaction().execute(async (trx) => {
    const inside = { title: text, body: text, lang: 'fr' as const, space_id: space.id }
    const filed = { principles: [], tagIds: [] }
    const challenge = await openChallenge(trx, owner, { ...inside, ...filed })
    const about = { form: 'question' as const, challenge, held: false }
    const thread = await openThread(trx, owner, { ...inside, ...about })
    await translate(trx, thread, words)
    const around = { id: thread as ReadableId, space_id: space.id }
    const post = await addPost(trx, owner, around, { body: text, lang: 'fr' })
    const practice = await addItem(trx, planted, 'practice', text)
    await trx
      .insertInto('practice')
      .values({ item_id: practice, place: text, stage: 'running' })
      .execute()
    const document = await addItem(trx, planted, 'document', text)
    const named = { name: `${words.fr}.txt`, title: text, itemId: document }
    const file = await keepFile(trx, owner, inspected, named)
    if (!file.ok) throw new Error(file.error)
    await leaveTraces(trx, former, { item_id: thread, space_id: space.id, note: text })
    return { challenge, thread, post, practice, document, file: file.id }
  })
}

async function translate(trx: Db, id: string, words: Planted['words']) {
  for (const lang of ['ar', 'zgh', 'en'] as const) {
    await writeTexts(trx, id, lang, { title: words[lang], sections: { body: words[lang] } })
  }
  await sealItem(trx, id, null)
}

async function addItem(
  trx: Db,
  { owner, space }: Planted,
  kind: 'practice' | 'document',
  title: string,
) {
  const row = { kind, lang: 'fr', state: 'published' } as const
  const by = { space_id: space.id, author_id: owner.id, seat_id: owner.seats[0]?.id ?? null }
  const id = await insertItem(trx, { ...row, ...by }, { title })
  await sealItem(trx, id, owner.id)
  return id
}

// What somebody still has who was in the space once.
async function leaveTraces(
  trx: Db,
  { id: user_id }: SignedIn,
  told: { item_id: string; space_id: string; note: string },
) {
  const mark = { user_id, item_id: told.item_id }
  await trx.insertInto('bookmark').values(mark).execute()
  await trx.insertInto('follow').values(mark).execute()
  await trx.insertInto('co_author').values(mark).execute()
  await notify(trx, { user_id, kind: 'mention', ...told })
  await trx
    .insertInto('report')
    .values({
      id: newId(),
      item_id: told.item_id,
      reporter_id: user_id,
      reason: 'other',
      note: told.note,
    })
    .execute()
}
