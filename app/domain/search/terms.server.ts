import type { Db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import { foldWord, tokens } from './text.server.ts'
import { type Concept, conceptsAt, readThesaurus } from './thesaurus.server.ts'
import { isStopWord } from './words.server.ts'

/** A term as a text says it, and what the vocabulary calls it in another language, each name once. */
export type Term = { said: string; called: string[] }

/**
 * Finds the terms of the vocabulary in texts. Takes the language to name them in; gives a function from
 * a text to its terms in their order, each once, of those that have a name in that language.
 */
export async function termFinder(db: Db, into: Lang) {
  const thesaurus = await readThesaurus(db)
  return (text: string): Term[] => {
    const words = tokens(text).filter(({ surface }) => !isStopWord(surface, foldWord(surface)))
    const surfaces = words.map(({ surface }) => surface)
    const terms = new Map<string, Term>()
    for (let at = 0; at < words.length;) {
      const { length, concepts } = conceptsAt(thesaurus, surfaces, at)
      const said = text.slice(words[at]!.start, words[at + length - 1]!.end)
      // Places have names too, but are no terms.
      const named = concepts.filter(({ id }) => thesaurus.byId.has(id))
      const called = namesIn(closest(named, said), into, said)
      if (called.length > 0 && !terms.has(foldWord(said)))
        terms.set(foldWord(said), { said, called })
      at += length
    }
    return [...terms.values()]
  }
}

// What is called so letter by letter, before what is only called something of the same stem.
function closest(concepts: Concept[], said: string) {
  const exact = concepts.filter(({ labels }) =>
    labels.some(({ text }) => foldWord(text) === foldWord(said)),
  )
  return exact.length > 0 ? exact : concepts
}

// The first name of each is the preferred one.
function namesIn(concepts: Concept[], lang: Lang, said: string) {
  const names = concepts.flatMap(({ labels }) => {
    return labels.find((label) => label.lang === lang)?.text ?? []
  })
  const once = new Map(names.map((name) => [foldWord(name), name]))
  once.delete(foldWord(said))
  return [...once.values()]
}
