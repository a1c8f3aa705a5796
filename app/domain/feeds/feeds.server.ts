import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import { cardQuery, inLibrary, listCards } from '../items/cards.server.ts'
import { readable } from '../items/visibility.server.ts'
import { titlesFor } from '../items/titles.ts'
import type { Feed } from './feeds.ts'

const ENTRIES = 50
const MAPPED = 10_000

const KINDS: Record<Feed, Row<'item'>['kind'][]> = {
  practices: ['practice', 'tool'],
  challenges: ['challenge'],
  threads: ['thread'],
  collections: ['collection'],
  events: ['event'],
}

/** What a feed tells: the newest that everyone may read, in the best language for its readers. */
export async function listFeed(db: Db, feed: Feed, lang: Lang) {
  return listCards(
    cardQuery(db, null, lang)
      .$if(feed === 'practices', (qb) => qb.where(inLibrary()))
      .$if(feed !== 'practices', (qb) =>
        qb.where('item.kind', '=', KINDS[feed][0]!).where('item.state', '=', 'published'),
      )
      .orderBy('item.published_at', 'desc')
      .orderBy('item.id', 'desc')
      .limit(ENTRIES),
  )
}

export type Mapped = {
  id: string
  kind: Row<'item'>['kind']
  changed: string
  titles: Record<Lang, string>
}

/** Everything that everyone may read, the newest first, with its title for each language's address. */
export async function listPublicItems(db: Db): Promise<Mapped[]> {
  const rows = await db
    .selectFrom('item')
    .innerJoin('item_text', 'item_text.item_id', 'item.id')
    .where('item.id', 'in', (eb) =>
      eb
        .selectFrom('item')
        .where('item.kind', 'in', Object.values(KINDS).flat())
        .where('item.state', 'in', ['published', 'archived'])
        .where(readable(null))
        .orderBy('item.published_at', 'desc')
        .orderBy('item.id', 'desc')
        .limit(MAPPED)
        .select('item.id'),
    )
    .orderBy('item.published_at', 'desc')
    .orderBy('item.id', 'desc')
    .select(['item.id', 'item.kind', 'item.published_at', 'item.edited_at'])
    .select(['item_text.lang', 'item_text.title'])
    .execute()
  const versions = new Map<string, typeof rows>()
  for (const row of rows) versions.set(row.id, [...(versions.get(row.id) ?? []), row])
  return [...versions.values()].map((of) => {
    const { id, kind, published_at, edited_at } = of[0]!
    return { id, kind, changed: edited_at ?? published_at!, titles: titlesFor(of) }
  })
}
