import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import { createVocabulary, type Lang } from '../search/vocabulary.ts'

/** Paragraphs a language: as many as are rendered, once each. */
const POOL = 2000

export type Texts = ReturnType<typeof createTexts>

type Block = { source: string; html: string; apart: boolean }

/**
 * Texts as people write them, always the same from the same random numbers: a word as often as Zipf
 * says, a reply mostly of one to four paragraphs and now and then of many, with emphasis, links,
 * lists and quotations. What is rendered is what the forum's own renderer gives.
 */
export function createTexts(random: () => number) {
  const { draw } = createVocabulary(random)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const words = (lang: Lang, count: number) => Array.from({ length: count }, draw[lang]).join(' ')
  const pools = { ar: poolOf('ar'), fr: poolOf('fr') }

  return { title, summary, text, words }

  function title(lang: Lang) {
    const said = words(lang, 4 + Math.floor(random() * 6))
    return said.slice(0, 1).toUpperCase() + said.slice(1, 160)
  }

  function summary(lang: Lang) {
    return words(lang, 15 + Math.floor(random() * 20)).slice(0, 480)
  }

  /** Markdown of so many paragraphs, and its HTML. */
  function text(lang: Lang, paragraphs = someParagraphs()) {
    const blocks: Block[] = []
    while (blocks.length < paragraphs) {
      const block = pick(pools[lang])
      // Two lists or quotations in a row would be one, and a text begins with words.
      if (!block.apart || (blocks.length > 0 && !blocks.at(-1)!.apart)) blocks.push(block)
    }
    return {
      source: blocks.map(({ source }) => source).join('\n\n'),
      html: blocks.map(({ html }) => html).join(''),
    }
  }

  function someParagraphs() {
    return random() < 0.03 ? 8 + Math.floor(random() * 8) : 1 + Math.floor(random() ** 1.5 * 4)
  }

  function poolOf(lang: Lang): Block[] {
    return Array.from({ length: POOL }, (_, index) => {
      const source = sourceOf(lang, index % 10)
      return { source, html: renderMarkdown(source), apart: index % 10 > 6 }
    })
  }

  // Seven of ten are sentences, two lists, one a quotation.
  function sourceOf(lang: Lang, kind: number) {
    const [first, second, third] = [0, 0, 0].map(() => words(lang, 8 + Math.floor(random() * 14)))
    if (kind === 9) return `> ${first}`
    if (kind > 6) return `- ${first}\n- **${words(lang, 2)}** ${second}\n- ${third}`
    if (kind === 6) return `${first} [${words(lang, 3)}](https://example.org/${kind}) ${second}.`
    return kind % 2
      ? `${first}. ${second}.`
      : `${first}: **${words(lang, 2)}** ${second}. ${third}.`
  }
}
