import type { Db } from '#db/client.server.ts'

/** What one may call these places: their names in all spellings, and those of what they lie in. */
export async function placeWords(db: Db, codes: string[]): Promise<Map<string, string[]>> {
  if (codes.length === 0) return new Map()
  const names = await namesAround(db, codes)
  const spellings = await spellingsOf(db, [...new Set(names.map(({ code }) => code))])
  return new Map(
    codes.map((here) => {
      const around = names.filter((name) => name.here === here)
      const written = around.flatMap(({ name_ar, name_fr, name_zgh }) => [name_ar, name_fr, name_zgh]) // prettier-ignore
      const others = around.flatMap(({ code }) => spellings.get(code) ?? [])
      return [here, [...written.flatMap((name) => name ?? []), ...wordsOnce(others.sort())]]
    }),
  )
}

function namesAround(db: Db, codes: string[]) {
  return db
    .selectFrom('collectivity as here')
    .innerJoin('collectivity as around', (join) =>
      join.on((eb) =>
        eb.or([
          eb('around.code', '=', eb.ref('here.code')),
          eb('around.code', '=', eb.ref('here.commune_code')),
          eb('around.code', '=', eb.ref('here.province_code')),
          eb('around.code', '=', eb.ref('here.region_code')),
        ]),
      ),
    )
    .where('here.code', 'in', codes)
    .orderBy('around.code', 'desc')
    .select(['here.code as here', 'around.code'])
    .select(['around.name_ar', 'around.name_fr', 'around.name_zgh'])
    .execute()
}

async function spellingsOf(db: Db, codes: string[]) {
  const rows = await db
    .selectFrom('collectivity_name')
    .where('collectivity_code', 'in', codes)
    .select(['collectivity_code', 'folded'])
    .execute()
  const spellings = new Map<string, string[]>(codes.map((code) => [code, []]))
  for (const { collectivity_code, folded } of rows) spellings.get(collectivity_code)!.push(folded)
  return spellings
}

// A name is looked up from each of its words on: one word of each is enough here.
function wordsOnce(spellings: string[]) {
  return new Set(spellings.flatMap((folded) => folded.split(' ')))
}
