import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * Where a script exchanges the page, puts whoever goes by keyboard or listens to it before its main part, as
 * a page that is loaded would: the link they followed is gone, or stands in the menu they have left.
 */
export function useArrival(id: string) {
  const { pathname, hash } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    const main = document.getElementById(id)
    const hasMoved = last.current !== pathname
    last.current = pathname
    // An error that asks for attention has it already, and so has the place that a hash names.
    if (!hasMoved || hash || !main || main.contains(document.activeElement)) return
    main.focus({ preventScroll: true })
  }, [id, pathname, hash])
}
