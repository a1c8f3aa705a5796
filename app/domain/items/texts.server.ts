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

/** Renders again what an older version of the renderer made; gives how many sections that were. */
export async function renderAgain(db: Db) {
  const stale = await db
    .selectFrom('section')
    .where('renderer', '<>', RENDERER)
    .select(['item_id', 'lang', 'name', 'source'])
    .execute()
  for (const { source, ...key } of stale) {
    await writeSection(
      db,
      { ...key, lang: key.lang as Lang, name: key.name as SectionName },
      source,
    )
  }
  return stale.length
}
