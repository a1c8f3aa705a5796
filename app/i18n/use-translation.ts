import type { TFunction } from 'i18next'
import { createContext, useContext } from 'react'
import type { Lang } from '#db/schema.ts'

export type PageWords = { lang: Lang; t: TFunction }

/** Gives all below it the words of the page's one language, which are there before it is drawn. */
export const Words = createContext<PageWords | null>(null)

/** The words of the page, for a component. Throws outside of `Words`. */
export function useTranslation() {
  const words = useContext(Words)
  if (!words) throw new Error('There are no words here')
  return words
}
