import { findSimilar } from '#app/domain/search/similar.server.ts'
import { listJustSent } from '#app/domain/items/sent.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

type Typed = Partial<Record<'title' | 'seen', string | string[]>>

/**
 * What a new title is like, unless its author was shown all of it: the form carries the ids of what
 * was, by its script or by the step before, so that the step comes once. What they have just sent
 * themselves is no news: the button was pressed again.
 */
export async function unseenSimilar(request: Request, viewer: Viewer, { title, seen }: Typed) {
  const lang = langOfPath(new URL(request.url).pathname)
  const similar = await findSimilar(db, viewer, lang, String(title ?? ''))
  if (similar.length === 0) return similar
  const shown = new Set([...String(seen ?? '').split(' '), ...(await listJustSent(db, viewer))])
  return similar.some(({ id }) => !shown.has(id)) ? similar : []
}
