import { addressAt } from '#app/domain/text/bounded-lexer.ts'

const AFTER = /^(?:$|[\s>«»“”]|[?!.,:;'"،؛؟…]+(?:\s|$))/

/** Whether an address is read as a link to it without any sign around it. */
export function standsAlone(address: string, after: string) {
  return addressAt(address) === address && AFTER.test(after)
}

type Around = { inLink: boolean; beforeLink: boolean }

/** Words with a backslash before what would be read as a sign of Markdown. */
export function escaped(text: string, { inLink, beforeLink }: Around) {
  const signs = text.replace(SIGNS, '\\$&')
  const done = signs.replace(inLink ? /[[\]]|(?<=\])\(/g : /\](?=[([:])/g, '\\$&')
  return beforeLink ? done.replace(/[!<]$/, '\\$&') : done
}

const SIGNS = new RegExp(
  [
    '[\\\\`~]',
    // Neither between spaces nor, for the low line, inside a word are these signs of emphasis.
    '(?<!\\s)\\*|\\*(?!\\s)',
    '(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])',
    '!(?=\\[)',
    '<(?=[a-z][a-z\\d+.-]*:|[^\\s<>@]+@)',
    '&(?=#\\d+;|#x[\\da-f]+;|[a-z][a-z\\d]*;)',
  ].join('|'),
  'giu',
)

/** Lines that would begin a heading, a list, a quotation or a table begin with a backslash. */
export function lineStarts(words: string) {
  return words
    .split('\n')
    .map((line, index) => lineStart(line.replace(/^[ \t]+/, ''), index > 0))
    .join('\n')
}

function lineStart(line: string, isLater: boolean) {
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(line)?.[0]
  if (number) return `${number}\\${line.slice(number.length)}`
  const begins = /^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|-+\s*$)/.test(line)
  const underlines = isLater && /^(?:=+\s*$|[|:-][\s|:-]*$)/.test(line)
  return begins || underlines ? `\\${line}` : line
}

/** An address as the target of a link. */
export function target(href: string) {
  const plain = href.replace(/&(?=#|[a-z][a-z\d]*;?)/gi, '&amp;')
  if (/^[^\s<>()\\]+$/.test(plain)) return plain
  return `<${plain.replace(/[<>\\]/g, '\\$&')}>`
}

/** Words between quotation marks after a target. */
export function quoted(title: string | null) {
  return title ? ` "${title.replace(/["\\]/g, '\\$&')}"` : ''
}

/** Words as code, between more of the signs than they hold. */
export function asCode(text: string) {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : ''
  return fence + pad + text + pad + fence
}
