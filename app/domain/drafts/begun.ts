import type { Lang, Row } from '#db/schema.ts'
import { itemPath } from '../items/paths.ts'
import type { DraftForm, DraftPlace } from './keys.ts'

/** A text that somebody has begun and not sent, with what they may be told of where it belongs. */
export type Begun = {
  key: string
  /** What it is, as the name of its words. */
  what: DraftForm | 'thread_about' | 'edit_post'
  /** The title of what it is about. */
  title: string | null
  space_name: string | null
  /** How it begins; nothing when no text was typed. */
  words: string
  lang: Lang | undefined
  savedAt: string
  to: string
  /** The language of the page that gives it back, where that is another than the reader's. */
  into: Lang | undefined
}

export type About = { id: string; kind: Row<'item'>['kind']; title: string; lang: Lang }

type Kind = About['kind']

// Where the forms stand that change something, by its kind.
const EDITED: Partial<Record<Kind, string>> = {
  practice: 'practices',
  tool: 'practices',
  challenge: 'challenges',
  thread: 'threads',
  post: 'posts',
  collection: 'collections',
  event: 'events',
}

const ABOUT: Partial<Record<DraftForm, Kind[]>> = {
  reply: ['thread'],
  thread: ['challenge', 'practice', 'tool'],
  outcome: ['challenge'],
  edit: Object.keys(EDITED) as Kind[],
}

// A discussion may be about something or nothing; the others are always or never.
const ABOUT_NOTHING: DraftForm[] = [
  'thread',
  'challenge',
  'practice',
  'tool',
  'event',
  'collection',
]

/** Whether a form is about such a thing, or about nothing: a key may be anything that somebody has sent. */
export function fits(form: DraftForm, about: About | undefined) {
  return about ? (ABOUT[form]?.includes(about.kind) ?? false) : ABOUT_NOTHING.includes(form)
}

/** Where the form is that gives a draft back. Takes what it is about, and the address of its space. */
export function formPath({ form }: DraftPlace, about: About | undefined, space?: string) {
  switch (form) {
    case 'reply':
      // With its whole address: on the way from a shorter one the end would get lost.
      return about ? `${itemPath(about)}#reply` : '/threads'
    case 'edit':
      return `/${about && EDITED[about.kind]}/${about?.id}/edit`
    case 'outcome':
      return `/challenges/${about?.id}/outcome`
    case 'thread':
      return withQuery('/threads/new', aboutQuery(about, space))
    case 'practice':
    case 'tool':
      return withQuery('/practices/new', { kind: form === 'tool' ? form : undefined, space })
    default:
      return withQuery(`/${form}s/new`, { space })
  }
}

// What a discussion is about tells its space as well.
function aboutQuery(about: About | undefined, space: string | undefined) {
  if (!about) return { space }
  return about.kind === 'challenge' ? { challenge: about.id } : { practice: about.id }
}

function withQuery(path: string, query: Record<string, string | undefined>) {
  const given = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]))
  return given.length ? `${path}?${new URLSearchParams(given).toString()}` : path
}
