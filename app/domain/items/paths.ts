import type { Row } from '#db/schema.ts'

/** A title as the end of an address: its words with hyphens; Arabic and Tifinagh letters stay. */
export function slugify(title: string) {
  const words = title
    .normalize('NFKD')
    .replace(/(?![\u0653-\u0655])[\p{M}ـ]/gu, '') // the hamza is part of its letter
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  // Cut between letters: half of one can stand in no address.
  const cut = (words ?? [])
    .join('-')
    .slice(0, 60)
    .replace(/[\uD800-\uDBFF]$/, '')
  return cut.replace(/-+$/, '') || '-'
}

type Item = { id: string; kind: Row<'item'>['kind']; title: string; thread_id?: string | null }

/**
 * Where an item is read, without the language. A reply is a place in its thread's page, a step in
 * that of its practice's adoptions.
 */
export function itemPath({ id, kind, title, thread_id }: Item) {
  if (kind === 'post') return `/threads/${thread_id}/posts/${id}`
  if (kind === 'step') return `/practices/${thread_id}/adoptions?step=${id}#step-${id}`
  if (kind === 'document') return `/documents/${id}`
  const section = {
    challenge: 'challenges',
    thread: 'threads',
    practice: 'practices',
    tool: 'practices',
    collection: 'collections',
    event: 'events',
  }
  return `/${section[kind]}/${id}/${slugBeside(title)}`
}

// Beside an item's own address stand the pages about it: a title must not be taken for one.
const PAGES = [
  ...['edit', 'history', 'files', 'authors', 'export', 'outcome', 'posts', 'reply', 'new'],
  ...['adoptions', 'adopt', 'running', 'verify', 'entries', 'follow', 'presentations'],
]

function slugBeside(title: string) {
  const slug = slugify(title)
  return PAGES.includes(slug) ? `${slug}-` : slug
}
