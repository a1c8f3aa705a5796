import { Mark, type Node } from 'prosemirror-model'
import { schema } from './schema.ts'

/** A run of words with the same marks, or an image or a break. */
export type Piece = { node: Node; text: string; marks: readonly Mark[] }

const EMPHASIS = [schema.marks.strong, schema.marks.em, schema.marks.del]
const SPACE = /^\s/
const PUNCTUATION = /^[\p{P}\p{S}]/u

/**
 * Emphasis as Markdown can say it: it begins and ends with a word. Spaces at its ends go outside,
 * and so do the signs that would keep it from being read as emphasis, as « right after a letter.
 */
export function steady(pieces: Piece[]) {
  let done = pieces
  for (const type of EMPHASIS) {
    const mark = type.create()
    done = mirrored(begun(mirrored(begun(done, mark, first)), mark, last))
  }
  return done.reduce<Piece[]>(joined, [])
}

// Two pieces of code side by side would be read as one with signs in it.
function joined(done: Piece[], piece: Piece) {
  const before = done.at(-1)
  const isSame = before?.node.isText && piece.node.isText && Mark.sameSet(before.marks, piece.marks)
  if (isSame) done[done.length - 1] = { ...before!, text: before!.text + piece.text }
  else done.push(piece)
  return done
}

type End = (text: string) => string

const first: End = (text) => [...text.slice(0, 2)][0] ?? ''
const last: End = (text) => [...text.slice(-2)].at(-1) ?? ''

function mirrored(pieces: Piece[]) {
  return [...pieces].reverse()
}

// From one end of the line; the other end is the same read backwards.
function begun(pieces: Piece[], mark: Mark, near: End) {
  const rest = [...pieces]
  const done: Piece[] = []
  for (let piece = rest.shift(); piece; piece = rest.shift()) {
    const before = done.at(-1)
    const isFirst = has(piece, mark) && !(before && has(before, mark))
    const beside = isFirst ? edge(before, near === first ? last : first) : ''
    const sign = isFirst ? (holdsLink(piece, rest, mark) ? ']' : edgeOf(piece, near)) : ''
    const cut = isFirst ? outside(piece, sign, isStruck(before, piece, mark) ? 'x' : beside) : 0
    if (!cut) done.push(piece)
    else {
      const [out, kept] = parts(piece, cut, near)
      done.push({ ...out, marks: mark.removeFromSet(out.marks) })
      if (kept.text) rest.unshift(kept)
    }
  }
  return done
}

// How much of a piece has to stand outside: a sign, or all of what is no plain text.
function outside(piece: Piece, sign: string, before: string) {
  if (SPACE.test(sign)) return sign.length
  const isStuck = PUNCTUATION.test(sign) && before !== '' && !/^[\s\p{P}\p{S}]/u.test(before)
  if (!isStuck) return 0
  return piece.text.startsWith(sign) || piece.text.endsWith(sign)
    ? sign.length
    : piece.text.length || 1
}

// Whether the emphasis begins with a link and goes on after it: then it stands around its signs.
function holdsLink(piece: Piece, rest: Piece[], mark: Mark) {
  const link = piece.marks.find(({ type }) => type === schema.marks.link)
  if (!link) return false
  const end = rest.findIndex((other) => !has(other, mark))
  return rest.slice(0, end < 0 ? undefined : end).some((other) => !has(other, link))
}

function parts(piece: Piece, cut: number, near: End): [Piece, Piece] {
  const { text } = piece
  if (near === first)
    return [
      { ...piece, text: text.slice(0, cut) },
      { ...piece, text: text.slice(cut) },
    ]
  const at = text.length - cut
  return [
    { ...piece, text: text.slice(at) },
    { ...piece, text: text.slice(0, Math.max(0, at)) },
  ]
}

function edge(piece: Piece | undefined, near: End) {
  return piece ? edgeOf(piece, near) : ''
}

// marked takes the signs of what is struck out for letters.
function isStruck(before: Piece | undefined, piece: Piece, mark: Mark) {
  const del = schema.marks.del.create()
  return mark.type !== del.type && (before ? !!has(before, del) : false) !== !!has(piece, del)
}

// The sign that stands there in Markdown.
function edgeOf(piece: Piece, near: End) {
  if (piece.node.type.name === 'hard_break') return ' '
  if (piece.node.type.name === 'image') return '!'
  if (piece.marks.some(({ type }) => type.name === 'code')) return '`'
  return near(piece.text)
}

/** Whether a piece has a mark. */
export function has({ marks }: Piece, mark: Mark) {
  return mark.isInSet(marks)
}
