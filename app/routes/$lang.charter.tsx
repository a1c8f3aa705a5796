import type { PageHandle } from '#app/i18n/handle.ts'
import { CharterPage } from '#app/ui/charter-page.tsx'

export const handle: PageHandle<null> = {
  title: (t) => t('charter.title'),
  description: (t) => t('charter.purpose.text'),
}

export function loader() {
  return null
}

export default CharterPage
