import type { Db } from '#db/client.server.ts'
import { readKey } from '../drafts/keys.ts'
import { readable } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/** What a person has typed into forms and not sent, the oldest first. */
export async function draftsOf(db: Db, viewer: SignedIn) {
  const rows = await db
    .selectFrom('draft')
    .where('user_id', '=', viewer.id)
    .orderBy('updated_at')
    .select(['form', 'fields', 'updated_at'])
    .execute()
  const open = await stillOpen(
    db,
    viewer,
    rows.flatMap(({ form }) => itemEdited(form) ?? []),
  )
  const own = rows.filter(({ form }) => open.has(itemEdited(form) ?? 'new'))
  return own.map(({ fields, updated_at }) => ({
    updated_at,
    typed: JSON.parse(fields) as unknown,
  }))
}

// An edit holds the whole text, of which others may have written a part: it is theirs to have while they
// may read it, or where they wrote it.
async function stillOpen(db: Db, viewer: SignedIn, ids: string[]) {
  const rows = await db
    .selectFrom('item')
    .where('id', 'in', ids)
    .where((eb) => eb.or([readable(viewer), eb('author_id', '=', viewer.id)]))
    .select('id')
    .execute()
  return new Set(['new', ...rows.map(({ id }) => id as string)])
}

function itemEdited(form: string) {
  const place = readKey(form)
  return place?.form === 'edit' ? place.about : undefined
}
