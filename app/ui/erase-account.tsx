import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Lang } from '#db/schema.ts'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'

type Counts = Record<'seated' | 'unseated' | 'unpublished' | 'marks' | 'spaces', number>

/** What stays and what goes when an account is erased, before it is. */
export function EraseNumbers({ counts }: { counts: Counts }) {
  const { t } = useTranslation()
  // What there is none of needs no line.
  const line = (name: keyof Counts) =>
    counts[name] ? <li>{t(`own_data.erase.${name}`, { count: counts[name] })}</li> : null
  return (
    <div className="stack">
      <h3>{t('own_data.erase.stays')}</h3>
      <ul>
        {line('seated')}
        {line('unseated')}
        <li>{t('own_data.erase.quoted')}</li>
      </ul>
      <h3>{t('own_data.erase.goes')}</h3>
      <ul>
        <li>{t('own_data.erase.account')}</li>
        {line('unpublished')}
        {line('marks')}
        {line('spaces')}
      </ul>
    </div>
  )
}

type Held = { spaces: { slug: string; name: string; lang: Lang }[]; lastAdmin: boolean }

/** What somebody must hand over before the account can be erased. */
export function EraseObstacles({ spaces, lastAdmin }: Held) {
  const { t } = useTranslation()
  return (
    <Notice tone="warning" title={t('own_data.erase.first')}>
      {lastAdmin ? <p>{t('own_data.erase.last_admin')}</p> : null}
      {spaces.length ? (
        <>
          <p>{t('own_data.erase.last_owner')}</p>
          <ul>
            {spaces.map(({ slug, name, lang }) => (
              <li key={slug}>
                <Link to={`/spaces/${slug}/members`} lang={lang}>
                  <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  )
}
