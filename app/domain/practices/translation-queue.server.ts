import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import type { Card } from '../items/cards.ts'
import { LANGS } from '../languages.ts'
import type { SignedIn } from '../users/viewer.ts'

const SHOWN = 50

/** A practice or a tool and the language into which it waits to be translated. */
export type Waiting = Card & { into: Lang }
export type WaitingAsked = Waiting & { asked: number }

type Asked = { lang: Lang; into?: Lang }

/** What collectivities would like in another language, of what the viewer may read: most wanted first. */
export async function listAsked(db: Db, viewer: SignedIn, { lang, into }: Asked) {
  const wishes = db
    .selectFrom('translation_wish')
    .where('lang', 'in', into ? [into] : LANGS)
    .groupBy(['lang', 'item_id'])
    .select(['lang as into', 'item_id', (eb) => eb.fn.countAll<number>().as('asked')])
  const query = open(db, viewer, lang)
    .innerJoin(wishes.as('wish'), 'wish.item_id', 'item.id')
    .orderBy('wish.asked', 'desc')
    .orderBy('item.id')
    .orderBy('wish.into')
    .limit(SHOWN)
    .select(['wish.into', 'wish.asked'])
  return (await listCards(query as unknown as CardQuery)) as WaitingAsked[]
}

/** What was translated and whose original has changed since, of what the viewer may read. */
export async function listOutdated(db: Db, viewer: SignedIn, { lang, into }: Asked) {
  const query = open(db, viewer, lang)
    .innerJoin('translation', 'translation.item_id', 'item.id')
    .where('translation.lang', 'in', into ? [into] : LANGS)
    .where('translation.changed', '<>', sql<string>`'[]'`)
    .orderBy('translation.lang')
    .orderBy('translation.item_id')
    .limit(SHOWN)
    .select('translation.lang as into')
  return (await listCards(query as unknown as CardQuery)) as Waiting[]
}

type CardQuery = ReturnType<typeof cardQuery>

// The plus keeps SQLite from beginning with all that is published: few of it waits.
function open(db: Db, viewer: SignedIn, lang: Lang) {
  return cardQuery(db, viewer, lang).where(
    sql<boolean>`+item.state = 'published' and item.hidden_at is null`,
  )
}
