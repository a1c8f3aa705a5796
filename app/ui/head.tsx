import { isRouteErrorResponse, useLocation, useMatches, useRouteError } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { feedPath } from '#app/domain/feeds/feeds.ts'
import type { PageHandle, Share } from '#app/i18n/handle.ts'
import { isLang, LANGS } from '#app/i18n/locales.ts'
import { ShareTags } from './share-tags.tsx'

/** Title, description and language alternates of the page, from the deepest route's `handle`. */
export function Head({ origin }: { origin: string }) {
  // Outside of an error boundary the router gives null, not undefined.
  const error = useRouteError() ?? null
  return error === null ? <PageHead origin={origin} /> : <ErrorHead error={error} />
}

// Nothing of the page that failed: hidden and absent look the same.
function ErrorHead({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const kind = isRouteErrorResponse(error) && error.status < 500 ? error.status : 500
  const title = t([`errors.${kind}.title`, 'errors.500.title'])
  return <title>{`${title} · ${t('site.name')}`}</title>
}

function PageHead({ origin }: { origin: string }) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const match = useMatches().findLast((one) => (one.handle as PageHandle | undefined)?.title)
  const handle = match?.handle as PageHandle<unknown> | undefined
  const data = match?.data
  const title = handle && data !== undefined ? handle.title(t, data) : t('site.name')
  const description = handle && data !== undefined ? handle.description?.(t, data) : undefined
  const [, lang, ...rest] = pathname.split('/')
  const share = (data as { share?: Share | null } | undefined)?.share
  const isOpen = handle && !handle.robots && isLang(lang)
  const own = handle?.canonical ?? ['', ...rest].join('/') + search

  return (
    <>
      <title>{title === t('site.name') ? title : `${title} · ${t('site.name')}`}</title>
      {description ? (
        <meta
          name="description"
          property={share ? 'og:description' : undefined}
          content={description}
        />
      ) : null}
      {handle?.robots ? <meta name="robots" content={handle.robots} /> : null}
      {isOpen && share ? <ShareTags share={share} title={title} origin={origin} /> : null}
      {isOpen && handle.canonical ? (
        <link rel="canonical" href={`${origin}/${lang}${own}`} />
      ) : null}
      {isOpen && !share ? <Alternates origin={origin} path={own} /> : null}
      <Feeds handle={handle} lang={lang} />
    </>
  )
}

function Alternates({ origin, path }: { origin: string; path: string }) {
  return (
    <>
      {LANGS.map((lang) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={`${origin}/${lang}${path}`} />
      ))}
    </>
  )
}

function Feeds({ handle, lang }: { handle?: PageHandle<unknown>; lang?: string }) {
  const { t } = useTranslation()
  if (!isLang(lang)) return null
  return (handle?.feeds ?? []).map((feed) => (
    <link
      key={feed}
      rel="alternate"
      type="application/atom+xml"
      title={t(`feeds.${feed}`)}
      href={feedPath(feed, lang)}
    />
  ))
}
