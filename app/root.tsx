import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { db } from '#db/client.server.ts'
import { countUnread } from './domain/notifications/notifications.server.ts'
import { isMember } from './domain/users/viewer.ts'
import { readCookie } from './http/cookies.server.ts'
import type { PageHandle } from './i18n/handle.ts'
import { dirOf, interfaceLang, langOfPath } from './i18n/locales.ts'
import { publicUrl, settings } from './settings.server.ts'
import { ErrorPage } from './ui/error-page.tsx'
import { Head } from './ui/head.tsx'
import { SiteFrame } from './ui/site-frame.tsx'
import styles from './ui/styles/index.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, nonce } = context
  const theme = readCookie(request, 'theme')
  return {
    viewer: viewer && {
      id: viewer.id,
      handle: viewer.handle,
      name: viewer.name,
      isMember: isMember(viewer),
      isFacilitator: viewer.role !== 'account',
      isAdmin: viewer.role === 'admin',
      roleWaits: viewer.role_waits,
      noticeWaits: viewer.notice_waits,
      emailConfirmed: viewer.email_confirmed,
      unread: await countUnread(db, viewer),
    },
    theme: theme === 'light' || theme === 'dark' ? (theme as 'light' | 'dark') : null,
    flash: flashOf(request),
    origin: publicUrl(),
    source: settings().SOURCE_URL ?? null,
    nonce,
  }
}

export type RootData = Awaited<ReturnType<typeof loader>>

export function headers() {
  return { Vary: 'Cookie' }
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const lang = langOfPath(useLocation().pathname)
  const needsScript = useMatches().some(({ handle }) => (handle as PageHandle | undefined)?.script)

  return (
    <html lang={lang} dir={dirOf(lang)} data-theme={root?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="manifest" href={`/manifest/${lang}.webmanifest`} />
        <Head origin={root?.origin ?? ''} />
        <Links />
      </head>
      <body lang={interfaceLang(lang)}>
        <SiteFrame root={root}>{children}</SiteFrame>
        {/* Readers get no script, but where a page is nothing without: pages are for phones first. */}
        {root && (root.viewer || needsScript) ? (
          <>
            <ScrollRestoration nonce={root.nonce} />
            <Scripts nonce={root.nonce} />
          </>
        ) : null}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}

function flashOf(request: Request) {
  const flash = readCookie(request, 'flash') ?? ''
  const [, word, undo = null] = /^([a-z_.]+)(?:~([0-9a-z]{12}))?$/.exec(flash) ?? []
  return word ? { word, undo } : null
}
