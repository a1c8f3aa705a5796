import type { ImportWords, Target } from './fields.ts'
import { guessMapping, isWord, targetOf } from './guess.server.ts'
import type { Block } from './reader/fault.js'

const LONGEST_TITLE = 200
const LONGEST_LABEL = 60

type Part = { name: string; texts: string[] }

/**
 * A sheet as a table of one row: a column for each part that was found (headings, labels, rows of two
 * cells), under its own name. Its first line, where nothing names it, is taken for the title.
 */
export function sheetOf(blocks: Block[], words: ImportWords) {
  const parts = partsOf(blocks, words)
  const first = titleOf(parts, words)
  const named = parts.filter(({ name, texts }) => name || texts.length)
  const columns = named.map(({ name }) => name)
  const alone = ({ name, texts }: Part) => texts.length === 0 && !isWord(name, words)
  const mapping = guessMapping(columns, words).map((target, at) =>
    named[at] === first.title
      ? 'title'
      : named[at] === first.opening
        ? 'summary'
        : alone(named[at]!)
          ? 'rest'
          : target,
  )
  // A heading that nothing follows, and that is none of our words, is a text of its own.
  const cells = named.map(
    ({ name, texts }) => texts.join('\n\n') || (isWord(name, words) ? '' : name),
  )
  return { columns, cells, mapping: mapping as Target[] }
}

function partsOf(blocks: Block[], words: ImportWords) {
  const parts: Part[] = [{ name: '', texts: [] }]
  for (const block of blocks) {
    const part = parts.at(-1)!
    const label = labelled(block, words)
    if (label) parts.push({ name: label.name, texts: label.text ? [label.text] : [] })
    else if (block.as === 'text' && !block.apart && part.texts.length && 'apart' in block) {
      part.texts.push(`${part.texts.pop()}\n${block.text}`)
    } else part.texts.push(block.text)
  }
  return parts
}

// A heading, a row of two cells, a line that is one of our words, or that begins with one and a colon.
function labelled(block: Block, words: ImportWords): { name: string; text: string } | undefined {
  if (block.as === 'heading') return { name: block.text.replace(/\s*:\s*$/, ''), text: '' }
  if (block.as === 'pair') return { name: block.label, text: block.text }
  const [, label, rest] = /^(.{1,60}?)\s*[:：]\s*([^]*)$/.exec(block.text) ?? []
  if (label && isWord(label, words)) return { name: label, text: rest ?? '' }
  const whole = block.text.length <= LONGEST_LABEL && isWord(block.text, words)
  return whole ? { name: block.text, text: '' } : undefined
}

// The heading that a sheet begins with names all of it, unless it is one of our words.
function titleOf(parts: Part[], words: ImportWords): { title?: Part; opening?: Part } {
  const isTitled = parts.some(
    ({ name }) => name && isWord(name, words) && targetOf(name, words) === 'title',
  )
  const [opening, heading] = parts
  if (!opening || isTitled) return {}
  if (opening.texts.length === 0) {
    const isOurs = heading && isWord(heading.name, words)
    return heading && !isOurs ? splitTitle(parts, 1) : {}
  }
  const [line = '', ...more] = opening.texts
  if (line.length > LONGEST_TITLE) return {}
  const title = { name: '', texts: [line] }
  opening.texts = more
  parts.unshift(title)
  return { title, opening: more.length ? opening : undefined }
}

function splitTitle(parts: Part[], at: number) {
  const { name, texts } = parts[at]!
  const [title, opening] = [
    { name: '', texts: [name] },
    { name: '', texts },
  ]
  parts.splice(at, 1, title, ...(texts.length ? [opening] : []))
  return { title, opening: texts.length ? opening : undefined }
}
