import { useLocation } from '@remix-run/react'
import { langOfPath } from './locales.ts'

/** The language of the page, read from its address. */
export function useLang() {
  return langOfPath(useLocation().pathname)
}
