import type { Db } from '#db/client.server.ts'
import { foldName } from '../reference/territories.server.ts'
import type { TagName } from '../tags/tags.server.ts'
import { contentWords } from './match.server.ts'
import { tokens } from './text.server.ts'
import { type Concept, conceptsAt, namesakesOf, readThesaurus } from './thesaurus.server.ts'

const MOST = 5

// What a text is about stands in its beginning, and a title says it best.
const LOOKED_THROUGH = 8_000
const TITLE_COUNTS = 3

type Written = {
  title: string
  text: string
  /** The names of tags that were chosen already. */
  filed: string[]
}

/**
 * The tags that a text which is being written names, by any of their names in any language or by
 * another name that the vocabulary has for it; those named most come first, at most five. Takes the
 * tags to choose from. It looks at the vocabulary alone, which is the same for all, and so tells of no item.
 */
export async function suggestTags(db: Db, tags: TagName[], { title, text, filed }: Written) {
  const thesaurus = await readThesaurus(db)
  const said = new Map<string, number>()
  const count = (written: string, weight: number) => {
    const words = contentWords(tokens(written).map(({ surface }) => surface))
    for (let at = 0; at < words.length;) {
      const { length, concepts } = conceptsAt(thesaurus, words, at)
      const meant = new Set(concepts.flatMap((one) => [one, ...namesakesOf(thesaurus, one)]))
      for (const { id } of meant) said.set(id, (said.get(id) ?? 0) + weight)
      at += length
    }
  }
  count(title, TITLE_COUNTS)
  count(text.slice(0, LOOKED_THROUGH), 1)

  const chosen = new Set(filed.map(foldName))
  const isChosen = (concept: Concept | undefined) =>
    concept?.labels.some(({ text }) => chosen.has(foldName(text)))
  return tags
    .filter(({ id }) => said.has(id) && !isChosen(thesaurus.byId.get(id)))
    .sort((a, b) => said.get(b.id)! - said.get(a.id)!)
    .slice(0, MOST)
}
