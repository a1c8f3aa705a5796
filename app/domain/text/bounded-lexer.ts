import {
  Lexer,
  Parser,
  Renderer,
  Tokenizer,
  type Token,
  type Tokens,
  type TokensList,
} from 'marked'

// marked recurses once per level and some of its rules are quadratic in the length of a
// paragraph, so what one text may cost is bounded here; no honest text comes near these numbers.
const MAX_LINES = 3_000
const MAX_DEPTH = 16
const MAX_MARKS = 300
const MAX_INLINE = 2_500
const MAX_COLUMNS = 100
const MAX_CELLS = 5_000
const MAX_ADDRESS = 2_000
const MARK = /\*+|_+|~+|`+|\[|</

/** Markdown to HTML that is well formed but not yet safe. Never throws, whatever the source. */
export function markdownToHtml(source: string) {
  const options = asRead()
  return new Parser(options).parse(new BoundedLexer(options).lex(source))
}

/** What Markdown says, part by part, as it is read for its HTML. */
export function markdownTokens(source: string) {
  return new BoundedLexer(asRead()).lex(source)
}

function asRead() {
  return { gfm: true, renderer: new PlainRenderer(), tokenizer: new BoundedTokenizer() }
}

class BoundedLexer extends Lexer {
  private depth = 0

  override lex(written: string) {
    const source = written.replace(/\r\n?/g, '\n')
    const end = endOfLine(source, MAX_LINES)
    const tokens = super.lex(source.slice(0, end))
    if (end < source.length) tokens.push(unreadParagraph(source.slice(end)))
    return tokens
  }

  override blockTokens(source: string, tokens?: Token[], clipped?: boolean): Token[]
  override blockTokens(source: string, tokens?: TokensList, clipped?: boolean): TokensList
  override blockTokens(source: string, tokens: Token[] = [], clipped = false): Token[] {
    this.depth++
    if (this.depth <= MAX_DEPTH) super.blockTokens(source, tokens, clipped)
    else tokens.push(unreadParagraph(source))
    this.depth--
    return tokens
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    for (const piece of pieces(source)) {
      if (piece.split(MARK).length > MAX_MARKS) tokens.push(unread(piece))
      else super.inlineTokens(piece, tokens)
    }
    return tokens
  }
}

function unreadParagraph(raw: string): Tokens.Paragraph {
  return { type: 'paragraph', raw, text: raw, tokens: [unread(raw)] }
}

function unread(raw: string): Tokens.Text {
  return { type: 'text', raw, text: raw }
}

// Cut at a line, else a sentence, else a word: at worst an emphasis or a link across the cut is
// read as the signs it was typed with.
function pieces(source: string) {
  const found: string[] = []
  let rest = source
  while (rest.length > MAX_INLINE) {
    const end = cutAt(rest)
    found.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  found.push(rest)
  return found
}

function cutAt(text: string) {
  const line = text.lastIndexOf('\n', MAX_INLINE - 1)
  const sentence = text.lastIndexOf('. ', MAX_INLINE - 2)
  const space = text.lastIndexOf(' ', MAX_INLINE - 1)
  const end = [line, sentence, space].find((at) => at > MAX_INLINE / 2)
  return end === undefined ? MAX_INLINE : end + 1
}

class BoundedTokenizer extends Tokenizer {
  private cells = MAX_CELLS

  // HTML is not markup here: what someone typed between < and > is shown as they typed it.
  override html() {
    return undefined
  }

  override tag() {
    return undefined
  }

  // Short rows are padded to the width of the header, so a small source could ask for millions
  // of cells. Rows past the budget are left to be read as a paragraph.
  override table(source: string) {
    const columns = source.slice(0, source.indexOf('\n') + 1).split('|').length
    if (columns > MAX_COLUMNS) return undefined
    const rows = Math.floor(this.cells / columns)
    const token = super.table(source.slice(0, endOfLine(source, rows + 2)))
    if (token) this.cells -= columns * token.rows.length
    return token
  }

  // marked's own rule also looks for e-mail addresses at every character, which is quadratic, and
  // turns them into links, which feeds harvesters.
  override inlineText(source: string): Tokens.Text | undefined {
    const raw = TEXT.exec(source)?.[0]
    return raw ? unread(raw) : undefined
  }

  override url(source: string): Tokens.Link | undefined {
    const raw = addressAt(source)
    if (!raw) return undefined
    return { type: 'link', raw, text: raw, href: whole(raw), autolink: true, tokens: [unread(raw)] }
  }
}

const TEXT =
  /^(?:`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|[^]*?(?:(?=[\\<![`*~_]|https?:\/\/|(?<![^\s*_~(])www\.|$)|[^ ](?= {2,}\n)))/i
const ADDRESS = new RegExp(
  `^(?:https?://|www\\.)[\\p{L}\\p{N}][^\\s<>«»“”]{1,${MAX_ADDRESS}}`,
  'iu',
)

/** The address that a text begins with and that becomes a link without any sign; else nothing. */
export function addressAt(source: string) {
  return withoutPunctuation(ADDRESS.exec(source)?.[0] ?? '')
}

/** Such an address with the scheme that may have been left out. */
export function whole(address: string) {
  return address.includes('://') ? address : `https://${address}`
}

const CLOSING = new Set('?!.,:;*_~\'"،؛؟…')

function withoutPunctuation(address: string) {
  let end = address.length
  let surplus = count(address, ')') - count(address, '(')
  while (end > 0 && (CLOSING.has(address[end - 1] ?? '') || closes())) end--
  return address.slice(0, end)

  function closes() {
    return address[end - 1] === ')' && surplus-- > 0
  }
}

function count(text: string, sign: string) {
  return text.split(sign).length - 1
}

function endOfLine(text: string, lines: number) {
  let end = 0
  for (let line = 0; line < lines; line++) {
    end = text.indexOf('\n', end) + 1
    if (end === 0) return text.length
  }
  return end
}

class PlainRenderer extends Renderer {
  // A form control has no place in a text: the brackets stay as they were typed.
  override checkbox({ checked }: Tokens.Checkbox) {
    return checked ? '[x] ' : '[ ] '
  }
}
