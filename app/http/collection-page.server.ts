import type { LoaderFunctionArgs } from '@remix-run/node'
import { announceEntry } from '#app/domain/notifications/tellings.server.ts'
import { canArrange } from '#app/domain/collections/collections.policy.ts'
import { findCollection } from '#app/domain/collections/collections.server.ts'
import { addEntry, listEntries } from '#app/domain/collections/entries.server.ts'
import type { ReadableId } from '#app/domain/items/visibility.server.ts'
import { firstWords } from '#app/domain/text/markdown.server.ts'
import type { SignedIn, Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { langOf } from './conversation.server.ts'
import { linkedCollection } from './linked-data.server.ts'
import { allowed, found } from './respond.server.ts'
import { passOn, shareItem } from './share.server.ts'
import { requireWriter } from './viewer.server.ts'

/** The collection of the address; absent or not for this viewer: 404. */
export async function openCollectionAt({ request, context, params }: LoaderFunctionArgs) {
  const lang = langOf(request)
  const collection = await findCollection(db, context.viewer, lang, params.id ?? '')
  return { lang, collection: found(collection) }
}

/** The same, for whoever changes it: others are asked to sign in, or get the answer 403. */
export async function openToArrange(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const opened = await openCollectionAt(args)
  allowed(canArrange(viewer, opened.collection))
  return { viewer, ...opened }
}

/**
 * Puts an item at the end of a collection and lets those be told who follow it; gives the word of
 * confirmation, or a locale key when there is no room.
 */
export function collect(viewer: SignedIn, collectionId: ReadableId, itemId: ReadableId) {
  return db.transaction().execute(async (trx) => {
    const done = await addEntry(trx, viewer, collectionId, itemId)
    if (done === 'added') await announceEntry(trx, viewer, collectionId, itemId)
    return done === 'full' ? { problem: 'collections.errors.full' } : { flash: `entry_${done}` }
  })
}

type Opened = Awaited<ReturnType<typeof openCollectionAt>>

/** All that a collection's page shows: the introduction, and what it holds for this viewer. */
export async function showCollection(viewer: Viewer, { lang, collection }: Opened) {
  const { source, author_id, hidden_by: _, space_id: __, titles: ___, ...rest } = collection
  const head = { ...rest, lead: firstWords(source).replace(/\s+/g, ' ').slice(0, 160) }
  const entries = await listEntries(db, viewer, lang, collection.id)
  return {
    collection: head,
    entries,
    share: viewer
      ? null
      : shareItem(collection, {
          lang,
          linked: (address) => linkedCollection(head, entries.length, { address, lang }),
        }),
    pass: passOn(collection),
    may: {
      arrange: canArrange(viewer, collection),
      report: author_id !== viewer?.id,
      moderate: collection.steward,
    },
    signedIn: viewer !== null,
  }
}
