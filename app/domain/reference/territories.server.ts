import type { Insertable } from 'kysely'
import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import aliases from '#db/reference/aliases.json'
import members from '#db/reference/members.json'
import territories from '#db/reference/territories.json'
import type { CollectivityTable } from '#db/schema.ts'
import { fold } from '../search/text.server.ts'

type Place = Insertable<CollectivityTable>

/** Writes the regions, provinces, communes and arrondissements of HCP, with all their spellings. */
export async function loadTerritories(trx: Db) {
  for (const place of places()) {
    await trx
      .insertInto('collectivity')
      .values(place)
      .onConflict((conflict) => conflict.column('code').doUpdateSet(place))
      .execute()
    await writeNames(trx, place)
  }
}

/** Writes the membership that public sources prove, where none is recorded yet. */
export async function loadMembers(trx: Db) {
  for (const { code, joined_on, wave, source_url } of members) {
    await trx
      .insertInto('membership')
      .values({ id: newId(), collectivity_code: code, joined_on, wave, source_url })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

// Parents first, so that every row finds what it points to.
function places(): Place[] {
  const { regions, provinces, communes, arrondissements } = territories
  return [
    ...regions.map((place) => ({ ...named(place), kind: 'region' as const, ...point(place) })),
    ...provinces.map((place) => ({
      ...named(place),
      kind: place.type as 'province' | 'prefecture',
      region_code: place.region_id,
      ...point(place),
    })),
    ...communes.map((place) => ({
      ...named(place),
      kind: 'commune' as const,
      region_code: place.region_id,
      province_code: place.province_id,
      milieu: place.type as 'urban' | 'rural',
    })),
    ...arrondissements.map((place) => ({
      ...named(place),
      kind: 'arrondissement' as const,
      region_code: place.region_id,
      province_code: place.province_id,
      commune_code: place.commune_id,
    })),
  ]
}

type Named = {
  code: string
  name_ar: string
  name_fr: string
  name_zgh?: string | null
  slug: string
}

function named({ code, name_ar, name_fr, name_zgh = null, slug }: Named) {
  return { code, name_ar, name_fr, name_zgh, slug }
}

function point(place: { population_2024: number; lon: number; lat: number }) {
  return { population: place.population_2024, longitude: place.lon, latitude: place.lat }
}

async function writeNames(trx: Db, { code, name_ar, name_fr, name_zgh }: Place) {
  const others = (aliases as Record<string, string[]>)[code] ?? []
  const names = [name_ar, name_fr, name_zgh ?? '', ...others].flatMap(foldedFromEachWord)
  const rows = [...new Set(names)].map((folded) => ({ folded, collectivity_code: code }))
  await trx.deleteFrom('collectivity_name').where('collectivity_code', '=', code).execute()
  await trx.insertInto('collectivity_name').values(rows).execute()
}

/** A name as it is looked up: folded, hyphens and apostrophes as spaces. */
export function foldName(name: string) {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function foldedFromEachWord(name: string) {
  const words = foldName(name).split(' ').filter(Boolean)
  return words.map((_, from) => words.slice(from).join(' '))
}
