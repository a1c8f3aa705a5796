import { useLocation, useRouteError } from '@remix-run/react'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { LANGS } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import type { LanguageHrefs } from './language-switch.tsx'
import { Link } from './link.tsx'
import { Undo } from './moderation-forms.tsx'
import { Notice } from './notice.tsx'
import { OnDevice } from './offline/on-device.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'
import { SkipLink } from './skip-link.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { useArrival } from './use-arrival.ts'
import { ZghNotice } from './zgh-notice.tsx'

export type Frame = {
  viewer: {
    id: string
    handle: string
    name: string
    isFacilitator: boolean
    isAdmin: boolean
    roleWaits: boolean
    noticeWaits: boolean
    emailConfirmed: boolean
    unread: number
  } | null
  theme: 'light' | 'dark' | null
  /** What was just done, as a locale key, and the act that can be undone. */
  flash: { word: string; undo: string | null } | null
  /** Where the code of this very program is, for whoever uses it. */
  source: string | null
}

type Props = { root: Frame | undefined; children: ReactNode }

const FOOTER = [
  'threads',
  'collections',
  'events',
  'tags',
  'about',
  'charter',
  'privacy',
  'accessibility',
  'offline',
  'moderation/figures',
]

/** Header, main part and footer around every page, error pages included. */
export function SiteFrame({ root, children }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const { pathname, search } = useLocation()
  // Outside of an error boundary the router gives null, not undefined.
  const failed = (useRouteError() ?? null) !== null
  useArrival('main')

  return (
    <>
      <SkipLink />
      <SiteHeader
        lang={lang}
        languages={useLanguageHrefs(failed)}
        account={root?.viewer ? accountOf(root.viewer, t) : null}
        signOut={<SignOut lang={lang} />}
      />
      {lang === 'zgh' ? <ZghNotice /> : null}
      <main id="main" className="wrap" tabIndex={-1}>
        {root?.viewer ? <OnDevice viewer={root.viewer.id} /> : null}
        {root?.flash ? <Flash {...root.flash} /> : null}
        {root?.viewer && !root.viewer.emailConfirmed ? <ConfirmNotice /> : null}
        {root?.viewer?.roleWaits ? <RoleNotice /> : null}
        {root?.viewer?.noticeWaits ? <DataNotice /> : null}
        {children}
      </main>
      {root?.viewer ? <Shortcuts /> : null}
      <SiteFooter
        links={FOOTER.map((page) => ({
          to: `/${page}`,
          label: t(`ui.footer.${page.replace('/', '_')}`),
        }))}
        plainLinks={root?.source ? [{ href: root.source, label: t('ui.footer.source') }] : []}
        theme={
          <ThemeSwitch
            action="/theme"
            current={root?.theme ?? 'system'}
            returnTo={failed ? `/${lang}` : pathname + search}
          />
        }
      />
    </>
  )
}

// An error page repeats nothing of the address it answers: hidden and absent look the same.
function useLanguageHrefs(failed: boolean) {
  const { pathname, search } = useLocation()
  const rest = failed ? [] : pathname.split('/').slice(2)
  const end = failed ? '' : search
  return Object.fromEntries(
    LANGS.map((lang) => [lang, `/${[lang, ...rest].join('/')}${end}`]),
  ) as LanguageHrefs
}

function accountOf(viewer: NonNullable<Frame['viewer']>, t: TFunction) {
  const links = [
    { to: '/notifications', label: t('ui.account_links.notifications'), count: viewer.unread },
    { to: `/people/${viewer.handle}`, label: t('ui.account_links.profile') },
    { to: '/drafts', label: t('ui.account_links.drafts') },
    { to: '/bookmarks', label: t('ui.account_links.bookmarks') },
    { to: '/follows', label: t('follows.title') },
    { to: '/searches', label: t('ui.account_links.searches') },
    { to: '/settings', label: t('ui.account_links.settings') },
  ]
  if (viewer.isFacilitator)
    links.push({ to: '/moderation', label: t('ui.account_links.moderation') })
  if (viewer.isAdmin) links.push({ to: '/admin', label: t('ui.account_links.admin') })
  return { name: viewer.name, unread: viewer.unread, links }
}

function Flash({ word, undo }: NonNullable<Frame['flash']>) {
  const { t } = useTranslation()
  return (
    <div className="flash">
      <Notice tone="success">
        <p>{t(`flash.${word}`)}</p>
        {undo ? <Undo act={undo} /> : null}
      </Notice>
    </div>
  )
}

function SignOut({ lang }: { lang: string }) {
  const { t } = useTranslation()
  return (
    <form method="post" action={`/${lang}/logout`}>
      <Button variant="quiet">{t('ui.sign_out')}</Button>
    </form>
  )
}

function RoleNotice() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  // The page it leads to says so itself.
  if (pathname.includes('/settings/security')) return null
  return (
    <Notice tone="warning">
      <p>
        {t('ui.role_waits')} <Link to="/settings/security">{t('ui.role_waits_link')}</Link>
      </p>
    </Notice>
  )
}

function DataNotice() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  // The page it leads to, and those one may use without it, say so themselves.
  if (/\/(notice|settings\/data(\/erase)?)$/.test(pathname)) return null
  return (
    <Notice tone="warning">
      <p>
        {t('ui.notice_waits')}{' '}
        <Link to={`/notice?to=${encodeURIComponent(pathname)}`}>{t('notice.title')}</Link>
      </p>
    </Notice>
  )
}

function ConfirmNotice() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  // The pages where it is done say so themselves.
  if (/\/(confirm|settings\/email)$/.test(pathname)) return null
  return (
    <Notice tone="warning">
      <p>
        {t('ui.confirm_email')} <Link to="/settings/email">{t('ui.confirm_email_link')}</Link>
      </p>
    </Notice>
  )
}
