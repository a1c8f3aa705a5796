import { createHash } from 'node:crypto'
import type { Db } from '#db/client.server.ts'
import aliases from '#db/reference/aliases.json'
import concepts from '#db/reference/concepts.json'
import lexicon from '#db/reference/lexicon.json'
import members from '#db/reference/members.json'
import tags from '#db/reference/tags.json'
import territories from '#db/reference/territories.json'
import { outdateIndex } from '../search/index.server.ts'
import { loadMembers, loadTerritories } from './territories.server.ts'
import { loadConcepts, loadPrinciples, loadTags } from './taxonomy.server.ts'

const VERSION = '2'

/**
 * Loads collectivities, members, principles, tags and concepts, once for each version of them. Idempotent:
 * what an administrator has added or renamed since stays. Gives the names of what it loaded.
 */
export async function loadReference(db: Db) {
  const steps = [
    { name: 'territories', data: [territories, aliases], load: loadTerritories },
    { name: 'members', data: [members], load: loadMembers },
    { name: 'principles', data: [], load: loadPrinciples },
    { name: 'tags', data: [tags], load: loadTags },
    { name: 'concepts', data: [concepts, lexicon], load: loadConcepts },
  ]
  const loaded: string[] = []
  for (const { name, data, load } of steps) {
    const hash = createHash('sha256')
      .update(VERSION + JSON.stringify(data))
      .digest('hex')
    if (await isLoaded(db, name, hash)) continue
    await db.transaction().execute(async (trx) => {
      await load(trx)
      await remember(trx, name, hash)
      // Items are found by the names of their places.
      if (name === 'territories') await outdateIndex(trx)
    })
    loaded.push(name)
  }
  return loaded
}

async function isLoaded(db: Db, name: string, hash: string) {
  const row = await db
    .selectFrom('reference_load')
    .where('name', '=', name)
    .select('hash')
    .executeTakeFirst()
  return row?.hash === hash
}

async function remember(trx: Db, name: string, hash: string) {
  await trx
    .insertInto('reference_load')
    .values({ name, hash })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ hash }))
    .execute()
}
