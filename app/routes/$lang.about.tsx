import type { PageHandle } from '#app/i18n/handle.ts'
import { StaticPage } from '#app/ui/static-page.tsx'

export const handle: PageHandle<null> = {
  title: (t) => t('about.title'),
  description: (t) => t('about.lead'),
}

export function loader() {
  return null
}

export default function About() {
  return <StaticPage page="about" parts={7} />
}
