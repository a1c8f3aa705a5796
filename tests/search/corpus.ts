import { insertItem, sealItem, setTags } from '#app/domain/items/write.server.ts'
import { writeTexts } from '#app/domain/items/texts.server.ts'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { loadSample } from '#app/domain/sample/load.server.ts'
import { db } from '#db/client.server.ts'
import samples from '#db/sample/practices.json'
import type { Lang } from '#db/schema.ts'
import { aPost, aUser } from '../support/factories.ts'
import { type JudgedItem, items } from './judged.ts'

/** Loads the sample and the judged items as the forum itself would; gives the key of each id. */
export async function loadJudged(): Promise<Map<string, string>> {
  await loadReference(db)
  await loadSample(db)
  const keys = await sampleKeys()
  const authors = await authorsOf([...new Set(items.map(({ place }) => place))])
  for (const [index, item] of items.entries()) {
    keys.set(await write(item, index, authors.get(item.place)!), item.key)
  }
  return keys
}

async function sampleKeys() {
  const rows = await db
    .selectFrom('item_text')
    .where('lang', '=', 'fr')
    .select(['item_id', 'title'])
    .execute()
  const ids = new Map(samples.map(({ id, title_fr }) => [title_fr, id]))
  return new Map(rows.map(({ item_id, title }) => [item_id, ids.get(title!)!]))
}

type Author = Awaited<ReturnType<typeof aUser>>

// A thread lies where its author's seat is: one person for each place.
async function authorsOf(places: string[]) {
  const authors = new Map<string, Author>()
  for (const place of places) authors.set(place, await aUser({ seat: place, name: 'Focal point' }))
  return authors
}

async function write(item: JudgedItem, index: number, author: Author) {
  const [lang, ...others] = Object.keys(item.texts) as Lang[]
  const at = new Date(Date.UTC(2026, 0, 1) - index * 3_600_000).toISOString()
  const id = await db.transaction().execute(async (trx) => {
    const row = { kind: item.kind, lang: lang!, state: 'published' as const, published_at: at }
    const owner = { author_id: author.id, seat_id: author.seats[0]!.id }
    const id = await insertItem(trx, { ...row, ...owner }, textsOf(item, lang!))
    for (const other of others) await writeTexts(trx, id, other, textsOf(item, other))
    await writeKind(trx, id, item)
    await setTags(trx, id, await tagIds(trx, item.tags))
    await sealItem(trx, id, author.id)
    return id
  })
  for (const reply of item.replies ?? []) await aPost({ id }, { author, ...reply })
  return id
}

function textsOf(item: JudgedItem, lang: Lang) {
  const { title, summary, body } = item.texts[lang]!
  const section = item.kind === 'practice' || item.kind === 'tool' ? 'steps' : 'body'
  return { title, summary, sections: body ? { [section]: body } : {} }
}

async function writeKind(trx: typeof db, id: string, { kind, place }: JudgedItem) {
  if (kind === 'thread') {
    await trx.insertInto('thread').values({ item_id: id, form: 'question' }).execute()
  } else if (kind === 'challenge') {
    await trx.insertInto('challenge').values({ item_id: id }).execute()
    const face = { challenge_id: id, collectivity_code: place }
    await trx.insertInto('challenge_face').values(face).execute()
  } else {
    const facts = { item_id: id, collectivity_code: place, stage: 'running' as const }
    await trx.insertInto('practice').values(facts).execute()
  }
}

async function tagIds(trx: typeof db, slugs: string[]) {
  const rows = await trx.selectFrom('tag').where('slug', 'in', slugs).select('id').execute()
  return rows.map(({ id }) => id)
}
