import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { Viewer } from '../users/viewer.ts'
import { isOfKind } from './columns.server.ts'
import { makePlan } from './plan.server.ts'
import { rank } from './rank.server.ts'
import type { FoundKind } from './search.limits.ts'
import { openIndex } from './opened.server.ts'
import { plainly } from './syntax.server.ts'
import { tokens } from './text.server.ts'

const MOST = 100

type Asked = { words: string; kinds: FoundKind[] }

/**
 * The items of some kinds that words find, as the search finds them, without what is only close to
 * them: their ids, the best first, at most a hundred. Undefined when there is no word to look for.
 */
export async function foundBy(db: Db, viewer: Viewer, lang: Lang, { words, kinds }: Asked) {
  if (tokens(words).length === 0) return undefined
  const index = await openIndex(db, viewer)
  const plan = await makePlan(index, plainly(words))
  const { found, scores, said } = await rank(index, plan, lang)
  return [...found]
    .filter((lead) => said[lead] && isOfKind(index.columns, lead, kinds))
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, MOST)
    .map((lead) => index.columns.leads.ids[lead]!)
}

/** An SQL expression that orders items as a list of ids has them. */
export function inOrderOf(ids: string[]) {
  return sql<number>`instr(${ids.join(' ')}, item.id)`
}
