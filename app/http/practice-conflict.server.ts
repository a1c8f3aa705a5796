import { differences } from '#app/domain/practices/differences.server.ts'
import type { FoundPractice } from '#app/domain/practices/find.server.ts'
import { listRevisions } from '#app/domain/practices/history.server.ts'
import type { Snapshot } from '#app/domain/items/revisions.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

/** What someone else saved meanwhile, beside what was typed here: `over` puts that over what is stored. */
export async function conflictWith(
  request: Request,
  viewer: SignedIn,
  item: FoundPractice,
  over: (stored: Snapshot) => Snapshot,
) {
  const lang = langOfPath(new URL(request.url).pathname)
  const [latest] = await listRevisions(db, item)
  if (!latest) return null
  const { snapshot, number, created_at, author_name } = latest
  return {
    number,
    at: created_at,
    by: author_name,
    differences: await differences(db, { viewer, lang }, snapshot, over(snapshot)),
  }
}
