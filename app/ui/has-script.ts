import { useSyncExternalStore } from 'react'

/** Whether a script runs here: false on the server and where it does not, true once it does. */
export function useHasScript() {
  return useSyncExternalStore(never, yes, no)
}

const never = () => () => {}
const yes = () => true
const no = () => false
