import { Link as RemixLink } from '@remix-run/react'
import { type ComponentProps } from 'react'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'

type Props = ComponentProps<'a'> & {
  to: string
  /** A language other than the reader's. */
  into?: Lang
  reloadDocument?: boolean
}

/** A link inside the site: `to` has no language, the address gets the reader's. */
export function Link({ to, into, reloadDocument = into !== undefined, ...props }: Props) {
  const own = useLang()
  const path = inLanguage(into ?? own, to)
  const rest = to.startsWith('/search?') ? { ...props, rel: notFollowed(props.rel) } : props
  if (reloadDocument) return <a {...rest} href={path} />
  // What Remix's link comes to on the server, without the hooks for clicks: pages have a hundred links.
  if (import.meta.env.SSR && path.startsWith('/'))
    return <a {...rest} {...DISCOVERED} href={path} />
  return <RemixLink prefetch="none" {...rest} to={path} />
}

// There is no end to what can be searched for: robots that follow every link would never be done.
function notFollowed(rel = '') {
  return `${rel} nofollow`.trim()
}

/** What Remix's links and forms carry, so that their routes are known before they are used. */
export const DISCOVERED = { 'data-discover': 'true' }

/** Puts the language before a path of ours; `#…` and `?…` stay on the page they are on. */
export function inLanguage(lang: string, path: string) {
  if (!path.startsWith('/')) return path
  return path === '/' ? `/${lang}` : `/${lang}${path}`
}
