import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Row } from '#db/schema.ts'
import { onlyReadable } from '../items/visibility.server.ts'
import { foldName } from '../reference/territories.server.ts'
import type { Viewer } from '../users/viewer.ts'
import type { Target } from './fields.ts'
import { cleanCell, partsOf } from './values.ts'

type Place = Pick<Row<'collectivity'>, 'code' | 'kind' | 'name_ar' | 'name_fr'>

/** What the names in some rows stand for; each under all the ways in which it may be written. */
export type FoundNames = {
  places: Map<string, Place[]>
  tags: Map<string, { id: string; label: string }>
  challenges: Map<string, { id: string; title: string }>
}

/** Finds what the cells of these columns name, three questions for however many rows. */
export async function findNames(
  db: Db,
  viewer: Viewer,
  mapping: Target[],
  rows: { cells: string[] }[],
): Promise<FoundNames> {
  const cellsOf = (target: Target) =>
    rows.flatMap(({ cells }) => cells.filter((cell, at) => cell && mapping[at] === target))
  return {
    places: await findPlaces(db, cellsOf('collectivity').map(cleanCell)),
    tags: await findTags(db, cellsOf('tags').flatMap(waysOf)),
    challenges: await findChallenges(db, viewer, cellsOf('challenges').flatMap(waysOf)),
  }
}

/** A cell as a whole, its parts, and the words of these: any of them may be a name. */
export function waysOf(cell: string) {
  const whole = cleanCell(cell)
  const parts = partsOf(whole)
  return [...new Set([whole, ...parts, ...parts.flatMap((part) => part.split(/\s+/))])]
}

/** The name of a place without the word for its kind, with that kind; and the name as it is. */
export function placeWays(typed: string) {
  const folded = foldName(typed)
  const kinds = KINDS.filter(({ word }) => folded.startsWith(`${word} `))
  return [
    ...kinds.map(({ word, kind }) => ({ kind, name: bareName(folded.slice(word.length + 1)) })),
    { kind: null, name: folded },
  ]
}

function bareName(name: string) {
  return name.replace(/^(?:(?:de|du|des|d|la|le|les|l|of) )+/, '')
}

const KINDS =
  ([
    ['region', 'région|conseil régional|conseil de la région|جهة|مجلس جهة|region'],
    ['province', 'province|conseil provincial|إقليم|مجلس إقليم|المجلس الإقليمي'],
    ['prefecture', 'préfecture|conseil préfectoral|عمالة|مجلس عمالة'],
    ['commune', 'commune|municipalité|ville|conseil communal|جماعة|الجماعة الترابية|بلدية|مدينة|municipality'],
    ['arrondissement', 'arrondissement|مقاطعة'],
  ] as const) // prettier-ignore
    .flatMap(([kind, words]) => words.split('|').map((word) => ({ kind, word: foldName(word) })))

async function findPlaces(db: Db, typed: string[]) {
  const asked = [
    ...new Set(typed.flatMap((name) => [name, ...placeWays(name).map((way) => way.name)])),
  ]
  if (asked.length === 0) return new Map<string, Place[]>()
  const { rows } = await sql<Place & { asked: string }>`
    select asked.value as asked, place.code, place.kind, place.name_ar, place.name_fr
    from json_each(${JSON.stringify(asked)}) as asked
    join collectivity_name as known on known.folded = asked.value
    join collectivity as place on place.code = known.collectivity_code
    union
    select place.code, place.code, place.kind, place.name_ar, place.name_fr
    from json_each(${JSON.stringify(asked)}) as asked
    join collectivity as place on place.code = asked.value`.execute(db)
  const places = new Map<string, Place[]>()
  for (const { asked: name, ...place } of rows) {
    places.set(name, [...(places.get(name) ?? []), place])
  }
  return places
}

async function findTags(db: Db, typed: string[]) {
  if (typed.length === 0) return new Map<string, { id: string; label: string }>()
  const folded = [...new Set(typed.map(foldName))].filter(Boolean)
  const { rows } = await sql<{ name: string; id: string; label: string }>`
    select label.folded as name, label.tag_id as id, label.label
    from json_each(${JSON.stringify(folded)}) as asked
    join tag_label as label on label.folded = asked.value
    union all
    select tag.slug, tag.id, label.label
    from json_each(${JSON.stringify([...new Set(typed)])}) as asked
    join tag on tag.slug = asked.value
    join tag_label as label on label.tag_id = tag.id and label.preferred = 1`.execute(db)
  return new Map(rows.map(({ name, ...tag }) => [name, tag]))
}

// By their id, as our own files name them, or by their whole title.
async function findChallenges(db: Db, viewer: Viewer, typed: string[]) {
  const asked = [...new Set(typed)].filter(Boolean)
  if (asked.length === 0) return new Map<string, { id: string; title: string }>()
  const names = JSON.stringify(asked)
  const rows = await db
    .selectFrom('item')
    .innerJoin('item_text', 'item_text.item_id', 'item.id')
    .where('item.kind', '=', 'challenge')
    .where('item.state', '=', 'published')
    .where('item.hidden_at', 'is', null)
    .where((eb) =>
      eb.or([
        sql<boolean>`item.id in (select value from json_each(${names}))`,
        sql<boolean>`item_text.title in (select value from json_each(${names}))`,
      ]),
    )
    .select(['item.id', 'item_text.title'])
    .$call(onlyReadable(viewer))
    .execute()
  return new Map(
    rows.flatMap(({ id, title }) =>
      [title ?? id, id].map((name) => [name, { id, title: title ?? id }]),
    ),
  )
}
