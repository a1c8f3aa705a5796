import { fold, tokens } from './text.server.ts'

/** One thing that is looked for: words in any form and order, or a phrase word for word. */
export type Part = { text: string; phrase: boolean }

/** What a query asks for: all of `all`, each as one of its alternatives, and nothing of `none`. */
export type Query = {
  all: Part[][]
  none: Part[]
  narrowed: { field: Field; value: string }[]
}

export const FIELDS = {
  tag: ['tag', 'mot-cle', 'motcle', 'etiquette', 'وسم', 'كلمه'],
  kind: ['kind', 'type', 'genre', 'نوع'],
  region: ['region', 'جهه'],
  by: ['by', 'par', 'auteur', 'من', 'كاتب'],
  space: ['space', 'espace', 'فضاء'],
  after: ['after', 'apres', 'depuis', 'بعد', 'منذ'],
} as const

export type Field = keyof typeof FIELDS

const MOST_PARTS = 12
const QUOTED = /"([^"]*)"?|«([^»]*)»?|“([^”]*)”?|„([^“”]*)[“”]?/y
const OR = /^(?:OR|OU|\||أو|او)$/

/**
 * Reads what a person typed: "exact phrase", -not, OR, and field:value, with their names in French
 * and Arabic. Everything else is words; nothing is an error.
 */
export function readQuery(typed: string): Query {
  const query: Query = { all: [], none: [], narrowed: [] }
  let joins = false
  for (const piece of piecesOf(typed)) {
    if (!piece.quoted && !piece.not && OR.test(piece.text)) {
      joins = query.all.length > 0
      continue
    }
    const narrowed = piece.quoted ? undefined : fieldOf(piece.text)
    if (narrowed && !piece.not) query.narrowed.push(narrowed)
    else addPart(query, piece, joins)
    joins = false
  }
  return query
}

/** What a text asks for that is no query: its words, whatever signs stand between them. */
export function plainly(text: string): Query {
  return { all: [[{ text, phrase: false }]], none: [], narrowed: [] }
}

type Piece = { text: string; quoted: boolean; not: boolean }

function addPart({ all, none }: Query, { text, quoted, not }: Piece, joins: boolean) {
  if (all.length + none.length >= MOST_PARTS || tokens(text).length === 0) return
  const part = { text, phrase: quoted }
  if (not) none.push(part)
  else if (joins) all.at(-1)!.push(part)
  else all.push([part])
}

// Cut at spaces, but for what stands in quotation marks; `tag:"mot clé"` is one piece.
function piecesOf(typed: string): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < typed.length;) {
    if (/\s/.test(typed[at]!)) at++
    else {
      const { piece, end } = pieceAt(typed, at)
      pieces.push(piece)
      at = end
    }
  }
  return pieces
}

function pieceAt(typed: string, from: number): { piece: Piece; end: number } {
  const not = /[-−]/.test(typed[from]!) && /\S/.test(typed[from + 1] ?? '')
  const start = not ? from + 1 : from
  const quoted = quotedAt(typed, start)
  if (quoted) return { piece: { text: quoted.text, quoted: true, not }, end: quoted.end }
  const plain = /[^\s"«“„]+/y
  plain.lastIndex = start
  const word = plain.exec(typed)?.[0] ?? typed[start]!
  const end = start + word.length
  const value = /:$/.test(word) ? quotedAt(typed, end) : undefined
  if (value) return { piece: { text: word + value.text, quoted: false, not }, end: value.end }
  return { piece: { text: word, quoted: false, not }, end }
}

function quotedAt(typed: string, at: number) {
  QUOTED.lastIndex = at
  const found = QUOTED.exec(typed)
  if (!found) return undefined
  const text = found.slice(1).find((part) => part !== undefined) ?? ''
  return { text, end: at + found[0].length }
}

function fieldOf(text: string) {
  const [, name, value] = /^([^:]+):(.+)$/u.exec(text) ?? []
  if (!name || !value) return undefined
  const folded = fold(name)
  const field = (Object.keys(FIELDS) as Field[]).find((one) =>
    FIELDS[one].some((spelling) => fold(spelling) === folded),
  )
  return field && { field, value: value.trim() }
}
