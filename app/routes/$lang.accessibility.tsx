import type { PageHandle } from '#app/i18n/handle.ts'
import { StaticPage } from '#app/ui/static-page.tsx'

export const handle: PageHandle<null> = {
  title: (t) => t('accessibility.title'),
  description: (t) => t('accessibility.lead'),
}

export function loader() {
  return null
}

export default function Accessibility() {
  return <StaticPage page="accessibility" parts={4} />
}
