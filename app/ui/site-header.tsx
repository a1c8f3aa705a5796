import { useLocation } from '@remix-run/react'
import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type Lang } from '#db/schema.ts'
import { AccountMenu, type Account } from './account-menu.tsx'
import { Icon } from './icon.tsx'
import { LanguageSwitch, type LanguageHrefs } from './language-switch.tsx'
import { Link } from './link.tsx'
import { SiteNav } from './site-nav.tsx'
import { Wordmark } from './wordmark.tsx'

type Props = {
  lang: Lang
  /** The address of this same page in each language. */
  languages: LanguageHrefs
  account: Account | null
  /** The form that signs out; a button inside takes the menu's look. */
  signOut?: ReactNode
}

export function SiteHeader({ lang, languages, account, signOut }: Props) {
  const { t } = useTranslation()
  // Where one went by a menu it is closed again, as after a page that is loaded.
  const { key } = useLocation()
  return (
    <header className="site-header">
      <div className="site-strip">
        <div className="wrap">
          <p className="site-network">{t('ui.network')}</p>
          <LanguageSwitch current={lang} hrefs={languages} />
        </div>
      </div>
      <div className="wrap site-bar">
        <Wordmark />
        <SiteNav className="site-nav" />
        <Link to="/search" className="icon-link" aria-label={t('ui.nav.search')}>
          <Icon name="search" />
        </Link>
        {account ? (
          <AccountMenu key={`account-${key}`} account={account} signOut={signOut} />
        ) : (
          <Link to="/login" className="sign-in">
            <Icon name="person" />
            <span>{t('ui.sign_in')}</span>
          </Link>
        )}
        <PhoneMenu key={`phone-${key}`} />
      </div>
    </header>
  )
}

// On narrow screens; the bar shows the same entries where there is room (display: none hides one).
function PhoneMenu() {
  const { t } = useTranslation()
  return (
    <details className="menu menu-site" name="site-menus">
      <summary>
        <Icon name="menu" />
        <span className="visually-hidden">{t('ui.menu')}</span>
      </summary>
      <div className="menu-panel">
        <SiteNav />
      </div>
    </details>
  )
}
