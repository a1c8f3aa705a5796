import { useSyncExternalStore } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Section } from '../section.tsx'
import { PageList } from './page-list.tsx'
import { pagesIn, recentOf } from './visits.ts'

/** What this person read last on this device; it knows this by itself, the server does not. */
export function RecentlySeen({ viewer }: { viewer: string }) {
  const { t } = useTranslation()
  const seen = useSyncExternalStore(
    () => () => {},
    () => recentOf(viewer),
    () => '',
  )
  const pages = pagesIn(seen)
  if (pages.length === 0) return null
  return (
    <Section title={t('recent.title')}>
      <p className="muted">{t('recent.text')}</p>
      <PageList pages={pages} />
    </Section>
  )
}
