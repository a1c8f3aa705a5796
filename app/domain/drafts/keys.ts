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
