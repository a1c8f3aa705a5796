import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { FALLBACKS } from '../languages.ts'
import type { FoundPractice } from './find.server.ts'
import type { TextField, Translation } from './translations.ts'

export type Version = {
  lang: Lang
  title: string
  summary: string | null
  /** Null for the original. */
  translation: Translation | null
}

/**
 * The language versions of a practice that was found, the original first, each with how far it can be
 * trusted. That a part has changed is told to those who may read that part.
 */
export async function listVersions(db: Db, { id, lang, shut }: FoundPractice): Promise<Version[]> {
  const rows = await db
    .selectFrom('item_text')
    .leftJoin('translation', (join) =>
      join
        .onRef('translation.item_id', '=', 'item_text.item_id')
        .onRef('translation.lang', '=', 'item_text.lang'),
    )
    .leftJoin('user as translator', 'translator.id', 'translation.translator_id')
    .leftJoin('user as reviewer', 'reviewer.id', 'translation.reviewer_id')
    .where('item_text.item_id', '=', id)
    .select(['item_text.lang', 'title', 'summary', 'translated_at', 'reviewed_at'])
    .select(['translator.id as translator_id', 'translator.name', 'translator.handle'])
    .select(['reviewer.name as reviewer', changedFor(shut).as('changed')])
    .execute()
  const versions = rows.map(({ lang: written, title, summary, ...row }) => ({
    lang: written,
    title: title ?? '',
    summary,
    translation: written === lang ? null : toTranslation(row),
  }))
  return versions.sort((a, b) => Number(b.lang === lang) - Number(a.lang === lang))
}

/** The version that suits a reader best; the one they ask for if there is one. */
export function chooseVersion(versions: Version[], reader: Lang, asked?: string | null) {
  const named = versions.find(({ lang }) => lang === asked)
  const best = FALLBACKS[reader].map((lang) => versions.find((version) => version.lang === lang))
  return named ?? best.find(Boolean) ?? versions[0]!
}

function changedFor(shut: FoundPractice['shut']) {
  return sql<string>`(select json_group_array(json_each.value)
    from json_each(coalesce(translation.changed, '[]'))
    where not (json_each.value = 'obstacles' and ${Number(shut.includes('obstacles'))}))`
}

type Joined = Pick<Translation, 'translated_at' | 'reviewer' | 'reviewed_at'> & {
  translator_id: string | null
  name: string | null
  handle: string | null
  changed: string
}

function toTranslation({ translator_id: id, name, handle, changed, ...rest }: Joined): Translation {
  const translator = id && name && handle ? { id, name, handle } : null
  return { ...rest, translator, changed: JSON.parse(changed) as TextField[] }
}
