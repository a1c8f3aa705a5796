import { useCallback, useEffect, useRef, useState } from 'react'
import type { Suggestion } from '#app/domain/search/suggest.server.ts'

const PAUSE = 150

/**
 * Where one may want to go, asked for as one types. An answer that comes after the next question is
 * dropped; one that does not come shows nothing: the form searches all the same.
 */
export function useSuggestions(address: string) {
  const [found, setFound] = useState<Suggestion[]>([])
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
        void fetchSuggestions(address, q, aborted.signal).then((suggestions) => {
          if (!aborted.signal.aborted) setFound(suggestions)
        })
      }, PAUSE)
      stop.current = () => {
        clearTimeout(timer)
        aborted.abort()
      }
    },
    [address],
  )

  useEffect(() => () => stop.current(), [])
  return { found, ask, clear }
}

async function fetchSuggestions(address: string, q: string, signal: AbortSignal) {
  try {
    const answer = await fetch(`${address}?${new URLSearchParams({ q })}`, { signal })
    return answer.ok ? ((await answer.json()) as Suggestion[]) : []
  } catch {
    return []
  }
}
