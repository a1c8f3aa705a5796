import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'
import { follow } from '../follows/follows.server.ts'
import { seatOf } from '../items/authors.server.ts'
import { cardQuery, listCards } from '../items/cards.server.ts'
import { withOwnMarks } from '../items/marked.server.ts'
import { newestFirst } from '../items/page.server.ts'
import { type Cursor, pageOf } from '../items/page.ts'
import { readTitles, titlesJson } from '../items/titles.server.ts'
import { onlyReadable, type ReadableId } from '../items/visibility.server.ts'
import {
  editTexts,
  insertItem,
  now,
  sealItem,
  setPrinciples,
  setTags,
} from '../items/write.server.ts'
import { said, toSaid } from '../posts/said.server.ts'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import { readTagged, tagsJson } from '../tags/tags.server.ts'
import { face, facesJson, readFaces } from './faces.server.ts'

type Progress = Row<'challenge'>['progress']
type Narrowed = { principle?: string; progress?: Progress; tagId?: string; after?: Cursor }

/** A page of challenges, the newest first. */
export async function listChallenges(db: Db, viewer: Viewer, lang: Lang, narrowed: Narrowed = {}) {
  const { principle, progress, tagId, after } = narrowed
  const rows = await listCards(
    cardQuery(db, viewer, lang)
      .where('item.kind', '=', 'challenge')
      .where('item.state', '=', 'published')
      .where('item.hidden_at', 'is', null)
      // As a function of it the outer join stays one, and the list goes along its order.
      .$if(progress !== undefined, (qb) =>
        qb.where(sql<boolean>`coalesce(challenge.progress, '') = ${progress}`),
      )
      .$if(principle !== undefined, (qb) =>
        qb.where(
          sql<boolean>`exists (select 1 from item_principle as filed
            where filed.item_id = item.id and filed.principle = ${principle})`,
        ),
      )
      .$if(tagId !== undefined, (qb) =>
        qb.where(
          sql<boolean>`exists (select 1 from item_tag as filed
            where filed.item_id = item.id and filed.tag_id = ${tagId})`,
        ),
      )
      .$call(newestFirst('item.published_at', 'item.id', { after })),
  )
  return pageOf(rows, ({ published_at }) => published_at)
}

/** A challenge that the viewer may read, with its texts; undefined for any other. */
export async function findChallenge(db: Db, viewer: Viewer, lang: Lang, id: string) {
  const row = await withOwnMarks(said(db, viewer, lang), viewer)
    .innerJoin('challenge', 'challenge.item_id', 'item.id')
    .leftJoin('section as outcome', (join) =>
      join
        .onRef('outcome.item_id', '=', 'item.id')
        .onRef('outcome.lang', '=', 'item_text.lang')
        .on('outcome.name', '=', 'outcome'),
    )
    .where('item.id', '=', id)
    .$call(onlyReadable(viewer))
    .select(['item_text.summary', 'challenge.progress', 'challenge.outcome_at'])
    .select(['outcome.html as outcome_html', 'outcome.source as outcome_source'])
    .select([titlesJson().as('titles'), tagsJson().as('tags'), facesJson().as('faces')])
    .select(
      sql<string>`(select json_group_array(principle) from item_principle
        where item_principle.item_id = item.id)`.as('principles'),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const { summary, progress, outcome_at, outcome_html, outcome_source } = row
  return {
    ...toSaid(row),
    ...{ summary, progress, outcome_at, outcome_html, outcome_source },
    principles: JSON.parse(row.principles) as string[],
    titles: readTitles(row.titles),
    tags: readTagged(row.tags),
    faces: readFaces(row.faces),
    bookmarked: Boolean(row.bookmarked),
    followed: Boolean(row.followed),
  }
}

export type FoundChallenge = NonNullable<Awaited<ReturnType<typeof findChallenge>>>

type Written = { title: string; body: string; principles: string[]; tagIds: string[] }
type NewChallenge = Written & { lang: Lang; seat?: string; space_id: string | null }

/**
 * Opens a challenge: its author follows it, and the collectivity of their seat faces it. Takes a
 * transaction; gives its id.
 */
export async function openChallenge(trx: Db, viewer: SignedIn, challenge: NewChallenge) {
  const seat_id = seatOf(viewer, challenge.seat)
  const id = await insertItem(
    trx,
    {
      kind: 'challenge',
      state: 'published',
      space_id: challenge.space_id,
      author_id: viewer.id,
      seat_id,
      lang: challenge.lang,
    },
    { title: challenge.title, sections: { body: challenge.body } },
  )
  await trx.insertInto('challenge').values({ item_id: id }).execute()
  await setPrinciples(trx, id, challenge.principles)
  await setTags(trx, id, challenge.tagIds)
  await sealItem(trx, id, viewer.id)
  if (seat_id) await face(trx, viewer, { challengeId: id, seatId: seat_id })
  await follow(trx, viewer, id)
  return id
}

/** Changes a challenge in one of its languages; what stood before stays as a revision. */
export async function editChallenge(
  trx: Db,
  viewer: SignedIn,
  challenge: { id: ReadableId; lang: Lang },
  { title, body, principles, tagIds, note }: Written & { note: string },
) {
  await editTexts(trx, challenge.id, challenge.lang, { title, sections: { body } })
  await setPrinciples(trx, challenge.id, principles)
  await setTags(trx, challenge.id, tagIds)
  await sealItem(trx, challenge.id, viewer.id, note)
}

/** Opens a challenge (again) or says that it is being worked on; its outcome, if any, stays. */
export async function setProgress(trx: Db, id: ReadableId, progress: 'open' | 'working') {
  await trx.updateTable('challenge').set({ progress }).where('item_id', '=', id).execute()
}

/** Writes what came of a challenge, which is then answered. */
export async function writeOutcome(
  trx: Db,
  viewer: SignedIn,
  challenge: { id: ReadableId; lang: Lang },
  outcome: string,
) {
  await editTexts(trx, challenge.id, challenge.lang, { sections: { outcome } })
  await trx
    .updateTable('challenge')
    .set({ progress: 'answered', outcome_at: now(), outcome_by: viewer.id })
    .where('item_id', '=', challenge.id)
    .execute()
  await sealItem(trx, challenge.id, viewer.id)
}
