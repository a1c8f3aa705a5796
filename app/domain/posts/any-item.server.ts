import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { said, toSaid } from './said.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { onlyReadable } from '../items/visibility.server.ts'

/** Any item that the viewer may read, by its id: what it is, whose, and where it stands. */
export async function findItem(db: Db, viewer: Viewer, lang: Lang, id: string) {
  const row = await said(db, viewer, lang)
    .where('item.id', '=', id)
    .$call(onlyReadable(viewer))
    .executeTakeFirst()
  return row && toSaid(row)
}
