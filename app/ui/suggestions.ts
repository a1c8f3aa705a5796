import { useCallback, useEffect, useRef, useState } from 'react'
import type { Suggestion } from '#app/domain/search/suggest.server.ts'

const PAUSE = 150

/**
 * What an address suggests for what was typed, asked for when one pauses. An answer that comes after
 * the next question is dropped; one that does not come shows nothing: the form works all the same.
 */
export function useSuggestions<T = Suggestion>(address: string, pause = PAUSE) {
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
        void fetchSuggestions<T>(address, q, aborted.signal).then((suggestions) => {
          if (!aborted.signal.aborted) setFound(suggestions)
        })
      }, pause)
      stop.current = () => {
        clearTimeout(timer)
        aborted.abort()
      }
    },
    [address, pause],
  )

  useEffect(() => () => stop.current(), [])
  return { found, ask, clear }
}

async function fetchSuggestions<T>(address: string, q: string, signal: AbortSignal) {
  try {
    const answer = await fetch(`${address}?${new URLSearchParams({ q })}`, { signal })
    return answer.ok ? ((await answer.json()) as T[]) : []
  } catch {
    return []
  }
}
