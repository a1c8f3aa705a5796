import type { Lang } from '#db/schema.ts'
import { isLang } from '../languages.ts'

/** The key of the draft of a reply to a thread. */
export function replyKey(threadId: string) {
  return `reply:${threadId}`
}

/** The key of what is typed into the form of a new practice or tool that will stand in a space (id) or none. */
export function newPracticeKey(kind: 'practice' | 'tool', spaceId?: string) {
  return `${kind}:-:${spaceId ?? '-'}`
}

/** The key of what is typed into the form that changes a practice or a tool. */
export function practiceKey(id: string) {
  return `edit:${id}`
}

type Place = { practice?: string | null; challenge?: string | null; space?: string | null }

/** The key of the draft of a new thread, by what it is about and the space where it will stand (ids). */
export function threadKey({ practice, challenge, space }: Place) {
  return ['thread', practice ?? challenge ?? '-', space ?? '-'].join(':')
}

// What stands behind the colons of each key, in order; a language may be missing, and `-` is nothing.
const PARTS = {
  reply: ['about'],
  edit: ['about', 'lang'],
  outcome: ['about', 'lang'],
  thread: ['about', 'space'],
  practice: ['about', 'space'],
  tool: ['about', 'space'],
  challenge: ['space'],
  event: [],
  collection: [],
} as const

/** The forms whose drafts are kept. */
export type DraftForm = keyof typeof PARTS

export type DraftPlace = { form: DraftForm; about?: string; space?: string; lang?: Lang }

/** What the key of a draft says: the form, and the ids of what it is about and of the space. */
export function readKey(key: string): DraftPlace | undefined {
  const [form = '', ...said] = key.split(':')
  if (!isForm(form)) return undefined
  const names = PARTS[form]
  const least = names.filter((name) => name !== 'lang').length
  if (said.length < least || said.length > names.length) return undefined
  const parts: Record<string, string> = {}
  names.forEach((name, index) => {
    const part = said[index]
    if (part && part !== '-') parts[name] = part
  })
  const { lang, ...ids } = parts
  return { form, ...ids, ...(isLang(lang) ? { lang } : {}) }
}

function isForm(form: string): form is DraftForm {
  return Object.hasOwn(PARTS, form)
}
