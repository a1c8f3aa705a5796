/** Somebody whose words a practice was made from, and what they said to being named. */
export type Contributor = {
  id: string
  name: string
  handle: string
  state: 'asked' | 'agreed' | 'declined'
}

/**
 * Whom readers see: those who agreed, and whoever has not answered yet only where their name stands
 * already, to those who may read the thread. Who declined is shown to no reader.
 */
export function named(contributors: Contributor[], mayReadThread: boolean) {
  return contributors.filter(
    ({ state }) => state === 'agreed' || (state === 'asked' && mayReadThread),
  )
}
