import { useTranslation } from '#app/i18n/use-translation.ts'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'

type Found = 'marker' | 'difference' | null

type Props = {
  rows: { way: string; found: Record<string, Found> }[]
  requests: number
  leaks: number
}

/** What people outside of a private space found of it, way by way. */
export function PrivacyTable({ rows, requests, leaks }: Props) {
  const { t } = useTranslation()
  const walkers = Object.keys(rows[0]?.found ?? {})
  return (
    <>
      <Notice tone={leaks ? 'error' : 'success'}>
        {t(leaks ? 'admin.privacy.leaks' : 'admin.privacy.none', { count: leaks })}
      </Notice>
      <div
        className="table-scroll"
        tabIndex={0}
        role="region"
        aria-label={t('admin.privacy.title')}
      >
        <table className="table">
          <caption>{t('admin.privacy.caption', { count: requests })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.privacy.way')}</th>
              {walkers.map((walker) => (
                <th key={walker} scope="col">
                  {t(`admin.privacy.walkers.${walker}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ way, found }) => (
              <tr key={way}>
                <th scope="row">
                  <bdi dir="ltr">{way}</bdi>
                </th>
                {walkers.map((walker) => (
                  <td key={walker}>
                    <Cell found={found[walker] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Cell({ found }: { found: Found }) {
  const { t } = useTranslation()
  if (found) return <strong>{t(`admin.privacy.found.${found}`)}</strong>
  return (
    <>
      <Icon name="check" />
      <span className="visually-hidden">{t('admin.privacy.found.nothing')}</span>
    </>
  )
}
