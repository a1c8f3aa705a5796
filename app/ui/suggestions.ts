import { useCallback, useEffect, useRef, useState } from 'react'
import type { Suggestion } from '#app/domain/search/suggest.server.ts'

const PAUSE = 150

/**
 * What an address suggests for what was typed, asked for when one pauses. An answer that comes after
 * the next question is dropped; one that does not come shows nothing: the form works all the same.
 * What no log of addresses should hold is posted.
 */
export function useSuggestions<T = Suggestion>(address: string, pause = PAUSE, isPosted = false) {
  const [found, setFound] = useState<T[]>([])
  const stop = useRef(() => {})

  const clear = useCallback(() => {
    stop.current()
    setFound([])
  }, [])

  const ask = useCallback(
    (q: string) => {
      stop.current()
      if (!q.trim()) return setFound([])
      const aborted = new AbortController()
      const timer = setTimeout(() => {
        const { signal } = aborted
        void fetchSuggestions<T>(address, { q, isPosted, signal }).then((suggestions) => {
          if (!aborted.signal.aborted) setFound(suggestions)
        })
      }, pause)
      stop.current = () => {
        clearTimeout(timer)
        aborted.abort()
      }
    },
    [address, pause, isPosted],
  )

  useEffect(() => () => stop.current(), [])
  return { found, ask, clear }
}

type Question = { q: string; isPosted: boolean; signal: AbortSignal }

async function fetchSuggestions<T>(address: string, { q, isPosted, signal }: Question) {
  try {
    const form = new FormData()
    form.set('q', q)
    const answer = isPosted
      ? await fetch(address, { method: 'POST', body: form, signal })
      : await fetch(`${address}?${new URLSearchParams({ q })}`, { signal })
    return answer.ok ? ((await answer.json()) as T[]) : []
  } catch {
    return []
  }
}
