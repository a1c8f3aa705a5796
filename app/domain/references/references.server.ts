import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { searchPeople } from '../search/names.server.ts'
import { cleanQuery } from '../search/search.server.ts'
import { suggestItems } from '../search/suggest.server.ts'
import { escapeMarkdown } from '../text/escape.ts'
import type { SignedIn } from '../users/viewer.ts'

/** What a text may name: how it is called, of what kind it is, and the Markdown that names it. */
export type Reference = {
  kind: 'person' | 'challenge' | 'practice' | 'tool'
  text: string
  lang: Lang | null
  markdown: string
}

const PEOPLE = 5
const KINDS = ['challenge', 'practice', 'tool'] as const

/**
 * What may be meant by a sign and the beginning of a name: after `@` people whom the viewer may find,
 * after `#` challenges, practices and tools that everybody may read: a title of a closed space should
 * not slip into an open text. Any text will do; nothing for what begins otherwise.
 */
export async function suggestReferences(
  db: Db,
  viewer: SignedIn,
  lang: Lang,
  typed: string,
): Promise<Reference[]> {
  const name = cleanQuery(typed.slice(1))
  if (typed.startsWith('@')) {
    const people = await searchPeople(db, viewer, name, PEOPLE)
    return people.map(({ name: text, handle }) => {
      return { kind: 'person', text, lang: null, markdown: `@${handle}` }
    })
  }
  if (!typed.startsWith('#')) return []
  const items = await suggestItems(db, null, lang, name, KINDS)
  return items.map(({ id, kind, text, lang }) => {
    return { kind: kind as Reference['kind'], text, lang, markdown: linkTo(id, text) }
  })
}

// By the short address: it leads each reader to the item in their own language.
function linkTo(id: string, title: string) {
  return `[${escapeMarkdown(title)}](/i/${id})`
}
