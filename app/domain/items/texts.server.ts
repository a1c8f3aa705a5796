import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { renderMarkdown, RENDERER } from '../text/markdown.server.ts'
import type { SectionName } from './items.limits.ts'

export type Texts = {
  title?: string | null
  summary?: string | null
  sections?: Partial<Record<SectionName, string>>
}

/**
 * Writes one language version of an item. Takes the title, the summary and the sections as
 * Markdown; an empty section is removed, one that is not named stays. Throws when a text is
 * longer than the schema allows.
 */
export async function writeTexts(db: Db, itemId: string, lang: Lang, texts: Texts) {
  const { title, summary } = texts
  await db
    .insertInto('item_text')
    .values({ item_id: itemId, lang, title: title ?? null, summary: summary || null })
    .onConflict((conflict) =>
      conflict.columns(['item_id', 'lang']).doUpdateSet((eb) => ({
        title: title === undefined ? eb.ref('item_text.title') : title,
        summary: summary === undefined ? eb.ref('item_text.summary') : summary || null,
      })),
    )
    .execute()
  for (const [name, source] of Object.entries(texts.sections ?? {})) {
    await writeSection(db, { item_id: itemId, lang, name: name as SectionName }, source)
  }
}

type SectionKey = { item_id: string; lang: Lang; name: SectionName }

async function writeSection(db: Db, key: SectionKey, source: string) {
  if (source === '') {
    const { item_id, lang, name } = key
    await db
      .deleteFrom('section')
      .where((eb) => eb.and({ item_id, lang, name }))
      .execute()
    return
  }
  const rendered = { source, html: renderMarkdown(source, key.lang), renderer: RENDERER }
  await db
    .insertInto('section')
    .values({ ...key, ...rendered })
    .onConflict((conflict) => conflict.columns(['item_id', 'lang', 'name']).doUpdateSet(rendered))
    .execute()
}

// As many are written at once: each by itself would take most of its time for the file.
const BATCH = 500

/**
 * Renders again what an older version of the renderer made; gives how many sections that were. Takes what
 * is told how many are done, of how many. What is broken off goes on at the next start.
 */
export async function renderAgain(db: Db, tell: (done: number, of: number) => void = () => {}) {
  const stale = await db
    .selectFrom('section')
    .where('renderer', '<>', RENDERER)
    .select(['item_id', 'lang', 'name'])
    .execute()
  for (let done = 0; done < stale.length; done += BATCH) {
    tell(done, stale.length)
    const keys = stale.slice(done, done + BATCH) as SectionKey[]
    await db.transaction().execute((trx) => renderEach(trx, keys))
  }
  return stale.length
}

async function renderEach(trx: Db, keys: SectionKey[]) {
  for (const key of keys) {
    const { source } = await trx
      .selectFrom('section')
      .where((eb) => eb.and(key))
      .select('source')
      .executeTakeFirstOrThrow()
    await writeSection(trx, key, source)
  }
}
