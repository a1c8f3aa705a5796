import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { likenessJson, type RawLikeness, readLikeness } from '../collectivities/alike.server.ts'
import { onlyReadable, readable, type ReadableId } from '../items/visibility.server.ts'
import { said, toSaid } from '../posts/said.server.ts'
import type { Viewer } from '../users/viewer.ts'
import { ADVICE_SHOWN } from './adoptions.limits.ts'
import type { Adoption, Advice } from './adoptions.ts'

/** What collectivities made of a practice, as an SQL expression that gives JSON for `readAdoptions`. */
export function adoptionsJson(viewer: Viewer) {
  return sql<string>`(select json_group_array(json_object('id', adoption.id,
      'from_id', adoption.from_id, 'status', adoption.status, 'since', adoption.since,
      'code', town.code, 'name_ar', town.name_ar, 'name_fr', town.name_fr, 'kind', town.kind,
      'milieu', town.milieu, 'population', town.population,
      'likeness', json(${likenessJson(viewer, 'town')})))
    from adoption join collectivity as town on town.code = adoption.collectivity_code
    where adoption.practice_id = item.id and adoption.status is not null)`
}

/** The last things that adopting seats would tell others, as an SQL expression for `readAdvice`. */
export function adviceJson(viewer: Viewer) {
  return sql<string>`(select json_group_array(json(told)) from (
    select json_object('id', advising.id, 'html', words.html, 'lang', words.lang,
      'function', chair.function, 'code', town.code, 'name_ar', town.name_ar,
      'name_fr', town.name_fr) as told
    from item as advising
    join adoption_step as step on step.item_id = advising.id
    join adoption on adoption.id = step.adoption_id
    join collectivity as town on town.code = adoption.collectivity_code
    join section as words on words.item_id = advising.id and words.name = 'lessons'
    left join seat as chair on chair.id = advising.seat_id
    where ${readable(viewer, 'advising')} and advising.thread_id = item.id
      and advising.hidden_at is null
    order by advising.published_at desc limit ${sql.lit(ADVICE_SHOWN)}))`
}

/** Reads what `adoptionsJson` gave, the latest first. */
export function readAdoptions(json: string): Adoption[] {
  const rows = JSON.parse(json) as (Omit<Adoption, 'likeness'> & { likeness: RawLikeness | null })[]
  const all = rows.map((row) => ({ ...row, likeness: readLikeness(row.likeness) }))
  return all.sort((a, b) => (a.since < b.since || (a.since === b.since && a.id < b.id) ? 1 : -1))
}

/** Reads what `adviceJson` gave. */
export function readAdvice(json: string): Advice[] {
  const told = JSON.parse(json) as (Omit<Advice, 'place'> & Advice['place'])[]
  return told.map(({ code, name_ar, name_fr, ...one }) => ({
    ...one,
    place: { code, name_ar, name_fr },
  }))
}

/** The steps of these adoptions of a practice that was found, the latest first. */
export async function listSteps(
  db: Db,
  viewer: Viewer,
  lang: Lang,
  { practiceId, adoptions }: { practiceId: ReadableId; adoptions: string[] },
) {
  const rows = await steps(db, viewer, lang)
    .where('item.thread_id', '=', practiceId)
    .where('step.adoption_id', 'in', adoptions)
    .orderBy('step.happened_on', 'desc')
    .orderBy('item.published_at', 'desc')
    .orderBy('item.id', 'desc')
    .execute()
  return rows.map(toStep)
}

export type Step = Awaited<ReturnType<typeof listSteps>>[number]

/** A step that the viewer may read; undefined for any other item. */
export async function findStep(db: Db, viewer: Viewer, lang: Lang, id: string) {
  const row = await steps(db, viewer, lang).where('item.id', '=', id).executeTakeFirst()
  return row && toStep(row)
}

function steps(db: Db, viewer: Viewer, lang: Lang) {
  return said(db, viewer, lang)
    .innerJoin('adoption_step as step', 'step.item_id', 'item.id')
    .leftJoin('section as results', (join) =>
      join
        .onRef('results.item_id', '=', 'item.id')
        .onRef('results.lang', '=', 'item_text.lang')
        .on('results.name', '=', 'results'),
    )
    .leftJoin('section as lessons', (join) =>
      join
        .onRef('lessons.item_id', '=', 'item.id')
        .onRef('lessons.lang', '=', 'item_text.lang')
        .on('lessons.name', '=', 'lessons'),
    )
    .where('item.kind', '=', 'step')
    .$call(onlyReadable(viewer))
    .select(['step.adoption_id', 'step.status', 'step.happened_on', 'step.cost', 'step.duration'])
    .select(['step.evidence_url', 'step.deliberation', 'step.deliberated_on'])
    .select(['results.html as results', 'lessons.html as lessons'])
}

type StepRow = Awaited<ReturnType<ReturnType<typeof steps>['execute']>>[number]

function toStep(row: StepRow) {
  const { thread_id, hidden_by: _, ...step } = toSaid(row)
  return { ...step, id: row.id, practice_id: thread_id ?? '' }
}
