import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { bestLang } from '../items/cards.server.ts'
import { onlyReadable, stewarded } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import type { Moderated } from './moderation.policy.ts'

/**
 * An item as those who keep order need it: what it is, whose, and how it stands. Gives undefined
 * alike for what is absent and for what this viewer may not read.
 */
export async function findModerated(db: Db, viewer: SignedIn, id: string, lang: Lang) {
  const row = await db
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .leftJoin('item as parent', 'parent.id', 'item.thread_id')
    .leftJoin('item_text as parent_text', (join) =>
      join
        .onRef('parent_text.item_id', '=', 'parent.id')
        .onRef('parent_text.lang', '=', 'parent.lang'),
    )
    .leftJoin('thread', 'thread.item_id', 'item.id')
    .leftJoin('user as author', 'author.id', 'item.author_id')
    .where('item.id', '=', id)
    .select(['item.id', 'item.kind', 'item.state', 'item.space_id', 'item.thread_id'])
    .select(['item.author_id', 'item.hidden_at', 'item.hidden_by', 'item.hidden_reason'])
    .select(['thread.locked_at', 'item_text.lang'])
    .select(sql<string>`coalesce(item_text.title, parent_text.title, '')`.as('title'))
    .select(['author.name', 'author.email', 'author.lang as author_lang'])
    .select(sql<0 | 1>`${stewarded(viewer)}`.as('steward'))
    .select(
      sql<0 | 1>`exists (select 1 from report where report.item_id = item.id
      and report.settled_at is null)`.as('reported'),
    )
    .$call(onlyReadable(viewer))
    .executeTakeFirst()
  return row && { ...row, steward: Boolean(row.steward), reported: Boolean(row.reported) }
}

export type ModeratedItem = Moderated & NonNullable<Awaited<ReturnType<typeof findModerated>>>
