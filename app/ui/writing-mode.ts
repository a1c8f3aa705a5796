import { useSyncExternalStore } from 'react'

const CHOICE = 'writing'
const CHANGED = 'writing-mode'

/** Whether texts are written on this device with their formatting shown, for every field of the page. */
export function useShowsFormatting() {
  return useSyncExternalStore(watch, isChosen, no)
}

/** Remembers the choice until one signs out, when all that is kept on the device goes. */
export function showFormatting(chosen: boolean) {
  if (chosen) localStorage.setItem(CHOICE, 'formatted')
  else localStorage.removeItem(CHOICE)
  window.dispatchEvent(new Event(CHANGED))
}

const no = () => false

function isChosen() {
  return localStorage.getItem(CHOICE) === 'formatted'
}

function watch(call: () => void) {
  window.addEventListener(CHANGED, call)
  return () => window.removeEventListener(CHANGED, call)
}
