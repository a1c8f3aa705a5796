import { useEffect, useState } from 'react'

// Only the page that was served is taken over; later ones are drawn by React from the start.
let takingOver = typeof document !== 'undefined'

/**
 * Keeps what someone typed before the script arrived, or while it went to work: React puts the served
 * text back into a textarea when it takes the page over, and on a slow line or phone that is a while
 * after one began to type.
 */
export function useTypedBefore(id: string) {
  const [typed] = useState(() => (takingOver ? watch(id) : undefined))
  useEffect(() => {
    takingOver = false
    typed?.putBack()
  }, [typed])
}

function watch(id: string) {
  const textarea = document.getElementById(id)
  if (!(textarea instanceof HTMLTextAreaElement)) return undefined
  let { value } = textarea
  const look = () => ({ value } = textarea)
  textarea.addEventListener('input', look)
  return {
    putBack() {
      textarea.removeEventListener('input', look)
      if (textarea.value !== value) textarea.value = value
    },
  }
}
