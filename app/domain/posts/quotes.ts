type Quoted = { id: string; thread_id: string; source: string; author: { name: string | null } }

const LONGEST = 1500

/** A reply as the beginning of an answer to it: who wrote it, where, and their own words. */
export function quoteOf({ id, thread_id, source, author }: Quoted) {
  const name = (author.name ?? '…').replace(/[\\[\]()*_`<>@]/g, '\\$&')
  const words = ownWords(source).slice(0, LONGEST).trim()
  const lines = [`[${name}](/threads/${thread_id}/posts/${id})`, '', ...words.split('\n')]
  return `${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`
}

/** A text without what it quotes. */
export function ownWords(source: string) {
  return source.replace(/^ {0,3}>.*$\n?/gm, '').trim()
}
