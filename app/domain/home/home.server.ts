import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, inLibrary, inThreadLists, listCards } from '../items/cards.server.ts'
import { readable } from '../items/visibility.server.ts'
import { countKinds, countLibrary } from '../search/counted.server.ts'
import { openColumns } from '../search/opened.server.ts'
import type { Viewer } from '../users/viewer.ts'

/**
 * The challenges that are not answered yet, those last written about first: of those that the threads
 * last written in are about, and of the newest. However many there are, no more are looked at.
 */
export async function listCurrentChallenges(db: Db, viewer: Viewer, lang: Lang, limit = 4) {
  // As a function of it the outer join stays one, and SQLite begins with those that were found.
  const isOpen = sql<boolean>`item.kind = 'challenge' and item.state = 'published'
    and coalesce(challenge.progress, '') in ('open', 'working')`
  const newest = cardQuery(db, viewer, lang)
    .clearSelect()
    .where(isOpen)
    .orderBy('item.published_at', 'desc')
    .limit(limit)
    .select('item.id')
  return listCards(
    cardQuery(db, viewer, lang)
      .where(isOpen)
      .where(sql<boolean>`item.id in (select id from (${newest}) union ${lastTalkedOf(viewer)})`)
      .orderBy(lastWord(viewer), 'desc')
      .orderBy('item.id')
      .limit(limit),
  )
}

// Along the index of last words (`cross join` keeps the order).
function lastTalkedOf(viewer: Viewer) {
  return sql`select id from (select link.challenge_id as id from thread as talk
    cross join challenge_link as link on link.item_id = talk.item_id
    cross join item as about on about.id = talk.item_id and ${readable(viewer, 'about')}
    order by talk.last_post_at desc limit 40)`
}

// Of the threads of the challenge the first that the viewer may read, along their last words.
function lastWord(viewer: Viewer) {
  return sql<string>`max(item.published_at, coalesce((select link.listed_at
    from challenge_link as link
    cross join item as about on about.id = link.item_id and ${readable(viewer, 'about')}
    where link.challenge_id = item.id and link.is_thread = 1 and link.listed_at is not null
    order by link.listed_at desc limit 1), ''))`
}

/** The practices and tools that were last published. */
export async function listNewInLibrary(db: Db, viewer: Viewer, lang: Lang, limit = 4) {
  return listCards(
    cardQuery(db, viewer, lang)
      .where(inLibrary())
      .orderBy('item.published_at', 'desc')
      .orderBy('item.id', 'desc')
      .limit(limit),
  )
}

/** The threads that were last written in. */
export async function listRecentThreads(db: Db, viewer: Viewer, lang: Lang, limit = 5) {
  return listCards(
    cardQuery(db, viewer, lang)
      .where(inThreadLists())
      .orderBy('thread.last_post_at', 'desc')
      .orderBy('thread.item_id', 'desc')
      .limit(limit),
  )
}

/**
 * How much is listed for this viewer: by kind, from how many collectivities, and how many practices and
 * tools under each principle.
 */
export async function countHoldings(db: Db, viewer: Viewer) {
  const open = await openColumns(db, viewer)
  const library = countLibrary(open)
  const challenges = countKinds(open, ['challenge'])
  const { kind, principle } = library.facets
  const of = (counts: { value: string; count: number }[], value: string) =>
    counts.find((one) => one.value === value)?.count ?? 0
  return {
    holdings: {
      practices: of(kind, 'practice'),
      tools: of(kind, 'tool'),
      challenges: of(challenges.facets.kind, 'challenge'),
      places: library.collectivities,
    },
    principles: Object.fromEntries(principle.map(({ value, count }) => [value, count])),
  }
}
