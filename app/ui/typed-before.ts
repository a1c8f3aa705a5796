import { useEffect, useState } from 'react'

// Only the page that was served is taken over; later ones are drawn by React from the start.
let takingOver = typeof document !== 'undefined'

/**
 * Keeps what someone typed before the script arrived: React puts the served text back into a
 * textarea when it takes the page over, and on a slow line that is a while after one began to type.
 */
export function useTypedBefore(id: string) {
  const [typed] = useState(() => (takingOver ? textareaOf(id)?.value : undefined))
  useEffect(() => {
    takingOver = false
    const textarea = textareaOf(id)
    if (textarea && typed !== undefined && textarea.value !== typed) textarea.value = typed
  }, [id, typed])
}

function textareaOf(id: string) {
  const element = document.getElementById(id)
  return element instanceof HTMLTextAreaElement ? element : undefined
}
