import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { cardQuery, inLibrary } from '../items/cards.server.ts'
import type { Cursor } from '../items/page.ts'
import { readable, readablePart } from '../items/visibility.server.ts'
import type { Viewer } from '../users/viewer.ts'
import type { PracticeSection } from './practices.limits.ts'

const PART = 200

/**
 * All practices and tools of the library that the viewer may read, the newest first, in the best
 * language for them, without what is for members: two hundred at a time, so that no more of them lie in memory.
 */
export async function* exportLibrary(db: Db, viewer: Viewer, lang: Lang) {
  let rows = await part(db, viewer, lang)
  while (rows.length > 0) {
    yield rows
    const last = rows.length === PART ? rows.at(-1) : undefined
    rows = last ? await part(db, viewer, lang, { at: last.published_at!, id: last.id }) : []
  }
}

export type LibraryEntry = Awaited<ReturnType<typeof part>>[number]

async function part(db: Db, viewer: Viewer, lang: Lang, before?: Cursor) {
  const rows = await cardQuery(db, viewer, lang)
    .where(inLibrary())
    .$if(before !== undefined, (qb) =>
      qb.where(
        sql<boolean>`(item.published_at, item.id) < (${before?.at ?? ''}, ${before?.id ?? ''})`,
      ),
    )
    .orderBy('item.published_at', 'desc')
    .orderBy('item.id', 'desc')
    .limit(PART)
    .select(['item.id', 'item.kind', 'item.published_at', 'item.edited_at'])
    .select(['item_text.lang', 'item_text.title', 'item_text.summary'])
    .select(['place.code', 'place.name_ar', 'place.name_fr', 'practice.place', 'practice.country'])
    .select(['practice.stage', 'practice.year', 'practice.licence', 'practice.source_url'])
    .select(['practice.started_on', 'practice.ended_on', 'practice.duration'])
    .select([openPart('cost').as('cost'), openPart('contact').as('contact')])
    .select(['practice.deliberation', 'practice.website_url', 'practice.publisher'])
    .select(
      sql<string>`(select json_group_object(section.name, section.source) from section
        where section.item_id = item.id and section.lang = item_text.lang
          and (section.name <> 'obstacles' or ${readablePart(null, 'obstacles')}))`.as('sections'),
    )
    .select(
      sql<string>`(select json_group_array(challenge.id) from challenge_link
        join item as challenge on challenge.id = challenge_link.challenge_id
        where challenge_link.item_id = item.id and ${readable(viewer, 'challenge')})`.as(
        'challenges',
      ),
    )
    .select(
      sql<string>`(select json_group_array(principle) from item_principle
        where item_principle.item_id = item.id)`.as('principles'),
    )
    .select(
      sql<string>`(select json_group_array(tag.slug) from item_tag join tag on tag.id = item_tag.tag_id
        where item_tag.item_id = item.id)`.as('tags'),
    )
    .execute()
  return rows.map(({ principles, tags, challenges, sections, ...row }) => ({
    ...row,
    sections: JSON.parse(sections) as Partial<Record<PracticeSection, string>>,
    challenges: JSON.parse(challenges) as string[],
    principles: JSON.parse(principles) as string[],
    tags: JSON.parse(tags) as string[],
  }))
}

// What is handed on holds nothing that is for members, whoever asks for it (decision 085).
function openPart(part: 'cost' | 'contact') {
  return sql<string | null>`case when ${readablePart(null, part)}
    then ${sql.ref(`practice.${part}`)} end`
}
