import type { Mark, Node } from 'prosemirror-model'
import { addressAt, whole } from '#app/domain/text/bounded-lexer.ts'
import { has, type Piece, steady } from './emphasis.ts'
import { asCode, escaped, lineStarts, quoted, standsAlone, target } from './escapes.ts'
import { parse } from './parse.ts'
import { schema } from './schema.ts'

const SIGNS: Record<string, string> = { strong: '**', em: '*', del: '~~' }

// A document shares the blocks that a change left alone with the one before it.
const known = new WeakMap<Node, string>()

/** What stands in a block, as Markdown. */
export function inlineMarkdown(block: Node) {
  const before = known.get(block)
  if (before !== undefined) return before
  const pieces: Piece[] = []
  block.forEach((node) => {
    pieces.push(...linked({ node, text: node.text ?? '', marks: node.marks }))
  })
  while (isBlank(pieces.at(-1))) pieces.pop()
  const written = asRead(pieces)
  known.set(block, written)
  return written
}

// Kinds of emphasis that overlap in the middle of words can be more than Markdown is able to say:
// rather than show its signs to readers, one kind is left out.
function asRead(pieces: Piece[]) {
  const { em, del, strong } = schema.marks
  const words = lettersOf(pieces.map(({ text }) => text).join(''))
  const tries = [[], [em], [em, del], [em, del, strong]].map((left) => () => {
    const kept = pieces.map((piece) => ({
      ...piece,
      marks: piece.marks.filter(({ type }) => !left.includes(type)),
    }))
    return lineStarts(run(steady(kept), [], undefined)).trimEnd()
  })
  const [first] = tries
  if (pieces.every(({ marks }) => marks.length === 0)) return first!()
  for (const attempt of tries) {
    const written = attempt()
    if (lettersOf(parse(written).textContent) === words) return written
  }
  return first!()
}

function lettersOf(text: string) {
  return text.replace(/\s/g, '')
}

// A break before the end of its block would be a backslash to readers.
function isBlank(piece: Piece | undefined) {
  return (
    piece && (piece.node.type.name === 'hard_break' || (piece.node.isText && !piece.text.trim()))
  )
}

// An address that stands in the words becomes a link to readers, and is written as one.
function linked(piece: Piece): Piece[] {
  const { text, marks } = piece
  if (marks.some(({ type }) => type.name === 'link' || type.name === 'code')) return [piece]
  const at = text.search(/https?:\/\/|(?<![\p{L}\p{M}\p{N}])www\./iu)
  const address = at < 0 ? '' : addressAt(text.slice(at)).split(ENTITY)[0]
  if (!address) return [piece]
  const link = schema.marks.link.create({ href: whole(address) })
  const end = at + address.length
  return [
    ...(at ? [{ ...piece, text: text.slice(0, at) }] : []),
    { ...piece, text: address, marks: link.addToSet(marks) },
    ...(end < text.length ? linked({ ...piece, text: text.slice(end) }) : []),
  ]
}

const ENTITY = /&(?=#|[a-z][a-z\d]*;?$)|&(?=[a-z][a-z\d]*;)/i

// Of the marks that begin at a piece, the one that goes on longest stands outermost.
function run(pieces: Piece[], within: Mark[], after: Piece | undefined): string {
  let written = ''
  for (let at = 0; at < pieces.length;) {
    const { mark, end } = longest(pieces, at, within)
    const next = pieces[end] ?? after
    const inner = pieces.slice(at, end)
    written += mark
      ? wrapped(mark, inner, within, { next, follows: pieces.slice(end).map(plainly).join('') })
      : leaf(pieces[at]!, within, next)
    at = end
  }
  return written
}

function longest(pieces: Piece[], at: number, within: Mark[]) {
  let found: { mark?: Mark; end: number } = { end: at + 1 }
  for (const mark of pieces[at]!.marks) {
    if (mark.type.name === 'code' || mark.isInSet(within)) continue
    let end = at + 1
    while (end < pieces.length && has(pieces[end]!, mark)) end++
    if (!found.mark || end > found.end) found = { mark, end }
  }
  return found
}

// What an address may be followed by is known of plain words alone.
function plainly({ text, marks }: Piece) {
  return marks.length || !text ? '*' : text
}

type After = { next: Piece | undefined; follows: string }

function wrapped(mark: Mark, inner: Piece[], within: Mark[], { next, follows }: After) {
  const under = [...within, mark]
  const sign = SIGNS[mark.type.name]
  if (sign) return sign + run(inner, under, next) + sign
  const [href, title] = [mark.attrs.href as string, mark.attrs.title as string | null]
  const bare = title ? undefined : asBare(href, inner, under, follows)
  return bare ?? `[${run(inner, under, undefined)}](${target(href)}${quoted(title)})`
}

// An address that is its own label was typed without signs, and stays so.
function asBare(href: string, [only, ...more]: Piece[], under: Mark[], follows: string) {
  const isPlain = only?.text && more.length === 0 && only.marks.length === under.length
  if (!isPlain || !(href === only.text || href === whole(only.text))) return undefined
  if (standsAlone(only.text, follows)) return only.text
  return href === only.text && /^https?:[^\s<>]+$/i.test(href) ? `<${href}>` : undefined
}

function leaf(piece: Piece, within: Mark[], next: Piece | undefined) {
  const { node, text, marks } = piece
  if (node.type.name === 'hard_break') return '\\\n'
  if (node.type.name === 'image') {
    const { src, alt, title } = node.attrs as { src: string; alt: string; title: string | null }
    const label = escaped(alt, { inLink: true, beforeLink: false })
    return `![${label}](${target(src)}${quoted(title)})`
  }
  if (marks.some(({ type }) => type.name === 'code')) return asCode(text)
  return escaped(text.replace(/\s*\n\s*/g, ' '), {
    inLink: within.some(isLink),
    beforeLink: next?.marks.some(isLink) ?? false,
  })
}

function isLink({ type }: Mark) {
  return type.name === 'link'
}
