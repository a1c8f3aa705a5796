import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { authorJson, readAuthor } from '../items/authors.server.ts'
import { bestLang } from '../items/cards.server.ts'
import { stewarded } from '../items/visibility.server.ts'
import type { Counts, Meaning } from '../reactions/meanings.ts'
import type { Viewer } from '../users/viewer.ts'

/**
 * Items with their text, author and reactions, as a conversation shows them. Whoever calls it adds
 * the door: `readable(viewer)`.
 */
export function said(db: Db, viewer: Viewer, lang: Lang) {
  return db
    .selectFrom('item')
    .innerJoin('item_text', (join) =>
      join.onRef('item_text.item_id', '=', 'item.id').on('item_text.lang', '=', bestLang(lang)),
    )
    .leftJoin('section as body', (join) =>
      join
        .onRef('body.item_id', '=', 'item.id')
        .onRef('body.lang', '=', 'item_text.lang')
        .on('body.name', '=', 'body'),
    )
    .select(['item.id', 'item.kind', 'item.state', 'item.space_id', 'item.thread_id'])
    .select(['item.author_id', 'item.created_at', 'item.published_at', 'item.edited_at'])
    .select(['item.hidden_at', 'item.hidden_by', 'item_text.lang', 'item_text.title'])
    .select(['body.source', 'body.html'])
    .select(authorJson().as('author'))
    .select(countsJson().as('counts'))
    .select(ownJson(viewer).as('own'))
    .select(stewarded(viewer).as('steward'))
}

type SaidRow = Awaited<ReturnType<ReturnType<typeof said>['execute']>>[number]

/** A row of `said` with its JSON read. */
export function toSaid<T extends SaidRow>(row: T) {
  return {
    ...row,
    title: row.title ?? '',
    source: row.source ?? '',
    html: row.html ?? '',
    author: readAuthor(row.author),
    counts: JSON.parse(row.counts) as Counts,
    own: JSON.parse(row.own) as Meaning[],
    steward: Boolean(row.steward),
  }
}

function countsJson() {
  return sql<string>`(select json_group_object(meaning, number) from (select meaning,
    count(*) as number from reaction where reaction.item_id = item.id group by meaning))`
}

function ownJson(viewer: Viewer) {
  return sql<string>`(select json_group_array(meaning) from reaction
    where reaction.item_id = item.id and reaction.user_id = ${viewer?.id ?? ''})`
}
