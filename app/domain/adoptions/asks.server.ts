import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { bestLang } from '../items/cards.server.ts'
import { openPresentations } from '../events/presentations.server.ts'
import { readable, type ReadableId } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'

/** What a seat is asked, as a locale key under `asks`. */
export type About = 'planned_3' | 'planned_12' | 'still_running'

const SHOWN = 5

/**
 * What the viewer's seats are asked and have not answered, the longest due first: about practices and
 * tools that the viewer may read, and what their collectivities presented at events. Who holds a seat
 * next is asked in its former holder's place.
 */
export async function listAsks(db: Db, viewer: SignedIn, lang: Lang) {
  const seats = viewer.seats.filter(({ collectivity_code }) => collectivity_code !== null)
  if (seats.length === 0) return []
  return db
    .selectFrom('ask')
    .innerJoin('item', 'item.id', 'ask.item_id')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .where('ask.answered_at', 'is', null)
    .where((eb) =>
      eb.or(
        seats.map(({ collectivity_code, function: held }) =>
          eb.and([
            eb('ask.collectivity_code', '=', collectivity_code!),
            eb('ask.function', '=', held),
          ]),
        ),
      ),
    )
    .where(readable(viewer))
    .where('item.hidden_at', 'is', null)
    .select([
      'ask.id as id',
      'ask.due_on as due_on',
      'ask.collectivity_code as code',
      'item.id as item_id',
    ])
    .select(sql<About | 'presented'>`ask.about`.as('about'))
    .select(sql<string>`coalesce(item_text.title, '')`.as('title'))
    .select('item_text.lang')
    .select(sql<string | null>`null`.as('presented'))
    .select(sql<Lang | null>`null`.as('presented_lang'))
    .unionAll(openPresentations(db, viewer, lang))
    .orderBy('due_on')
    .orderBy('id')
    .limit(SHOWN)
    .execute()
}

export type Ask = Awaited<ReturnType<typeof listAsks>>[number]

/** Notes that a collectivity has answered whatever it was asked about a practice. Takes a transaction. */
export async function answerAsks(trx: Db, practiceId: ReadableId, code: string) {
  await trx
    .updateTable('ask')
    .set({ answered_at: new Date().toISOString() })
    .where('item_id', '=', practiceId)
    .where('collectivity_code', '=', code)
    .where('answered_at', 'is', null)
    .execute()
}
