import { escapeMarkdown } from '../text/escape.ts'

type Quoted = { id: string; thread_id: string; source: string; author: { name: string | null } }

const LONGEST = 1500

/** A reply as the beginning of an answer to it: who wrote it, where, and their own words. */
export function quoteOf({ id, thread_id, source, author }: Quoted) {
  const name = escapeMarkdown(author.name ?? '…')
  const words = ownWords(source).slice(0, LONGEST).trim()
  const lines = [`[${name}](/threads/${thread_id}/posts/${id})`, '', ...words.split('\n')]
  return `${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`
}

/** A text without what it quotes. */
export function ownWords(source: string) {
  return source.replace(/^ {0,3}>.*$\n?/gm, '').trim()
}

const OF_A_REPLY = /^ {0,3}> ?\[.*\]\(\/threads\/\w+\/posts\/\w+\)/

/** A text without the replies that it quotes: their words are found where they stand themselves. */
export function withoutReplies(source: string) {
  return source.replace(/^ {0,3}>.*(?:\n {0,3}>.*)*\n?/gm, (quotation) =>
    OF_A_REPLY.test(quotation) ? '' : quotation,
  )
}

/** HTML of ours in which something else stands for each quotation of one of these replies (ids). */
export function withoutQuotesOf(ids: string[], html: string, instead: string) {
  if (ids.length === 0) return html
  const names = ids.map((id) => `/posts/${id}"`)
  const whole = wholeQuotes(html).filter((quote) => names.some((name) => quote.includes(name)))
  return whole.reduce((left, quote) => left.replace(quote, () => instead), html)
}

// The outermost quotations, each with those inside it.
function wholeQuotes(html: string) {
  const quotes: string[] = []
  let [depth, from] = [0, 0]
  for (const { 0: tag, index } of html.matchAll(/<\/?blockquote\b[^>]*>/g)) {
    const opens = !tag.startsWith('</')
    if (opens && depth === 0) from = index
    depth += opens ? 1 : -1
    if (!opens && depth === 0) quotes.push(html.slice(from, index + tag.length))
  }
  return quotes
}
