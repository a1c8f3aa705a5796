/** The key of the draft of a reply to a thread. */
export function replyKey(threadId: string) {
  return `reply:${threadId}`
}

type Place = { practice?: string | null; challenge?: string | null; space?: string | null }

/** The key of the draft of a new thread, by what it is about and the space where it will stand (ids). */
export function threadKey({ practice, challenge, space }: Place) {
  return ['thread', practice ?? challenge ?? '-', space ?? '-'].join(':')
}
