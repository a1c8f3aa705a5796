import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Link } from './link.tsx'
import { Mark } from './wordmark.tsx'

const PREAMBLE = ['p1', 'p2', 'p3', 'p4', 'p5']
const IMPORTANCE = ['i1', 'i2', 'i3']
const VALUES = [
  { key: 'v1', to: '/practices', label: 'ui.nav.library' },
  { key: 'v2', to: '/challenges', label: 'ui.nav.challenges' },
]
const COMMITMENTS = ['c1', 'c2', 'c3', 'c4', 'c5']

/** The network's charter, as its members adopted it, set to be read and to be printed. */
export function CharterPage() {
  const { t } = useTranslation()
  return (
    <article className="charter">
      <header className="charter-head">
        <Mark />
        <p className="charter-network">{t('charter.network')}</p>
        <h1>{t('charter.title')}</h1>
        <p className="charter-motto">{t('charter.motto')}</p>
      </header>
      <TranslationNote />
      <div className="charter-preamble">
        {PREAMBLE.map((key) => (
          <p key={key}>{t(`charter.preamble.${key}`)}</p>
        ))}
      </div>
      <Part title={t('charter.purpose.title')}>
        <p>{t('charter.purpose.text')}</p>
        <h3>{t('charter.open_collectivity.title')}</h3>
        <p>{t('charter.open_collectivity.text')}</p>
        <h3>{t('charter.importance.title')}</h3>
        <p>{t('charter.importance.intro')}</p>
        <Numbered group="importance" keys={IMPORTANCE} />
      </Part>
      <Part title={t('charter.values.title')}>
        <ul className="charter-values">
          {VALUES.map(({ key, to, label }) => (
            <li key={key}>
              <p>{t(`charter.values.${key}`)}</p>
              <Link to={to}>{t(label)}</Link>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('charter.commitments.title')}>
        <Numbered group="commitments" keys={COMMITMENTS} />
      </Part>
    </article>
  )
}

function TranslationNote() {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <p className="charter-note">
      {t('charter.translation_note')}{' '}
      {lang === 'ar' ? null : (
        <a href="/ar/charter" hrefLang="ar">
          {t('charter.reference')}
        </a>
      )}
    </p>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="charter-part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Numbered({ group, keys }: { group: string; keys: string[] }) {
  const { t } = useTranslation()
  return (
    <ol className="charter-list">
      {keys.map((key) => (
        <li key={key}>
          <p>{t(`charter.${group}.${key}`)}</p>
        </li>
      ))}
    </ol>
  )
}
