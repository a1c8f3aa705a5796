import { useTranslation } from './use-translation.ts'

/** The language of the page. */
export function useLang() {
  return useTranslation().lang
}
