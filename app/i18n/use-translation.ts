import type { TFunction } from 'i18next'
import { createContext, useContext } from 'react'

/** Gives all below it the words of the page's one language, which are there before it is drawn. */
export const Words = createContext<{ t: TFunction } | null>(null)

/** The words of the page, for a component. Throws outside of `Words`. */
export function useTranslation() {
  const words = useContext(Words)
  if (!words) throw new Error('There are no words here')
  return words
}
