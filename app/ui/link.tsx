import { Link as RemixLink } from '@remix-run/react'
import { type ComponentProps } from 'react'
import { useLang } from '#app/i18n/use-lang.ts'

type Props = ComponentProps<'a'> & { to: string; reloadDocument?: boolean }

/** A link inside the site: `to` has no language, the address gets the reader's. */
export function Link({ to, reloadDocument, ...rest }: Props) {
  const path = inLanguage(useLang(), to)
  const isWhole = path.startsWith('/') && !reloadDocument
  // What Remix's link comes to on the server, without the hooks for clicks: pages have a hundred links.
  if (import.meta.env.SSR && isWhole) return <a {...rest} {...DISCOVERED} href={path} />
  return <RemixLink prefetch="none" {...rest} reloadDocument={reloadDocument} to={path} />
}

const DISCOVERED = { 'data-discover': 'true' }

/** Puts the language before a path of ours; `#…` and `?…` stay on the page they are on. */
export function inLanguage(lang: string, path: string) {
  if (!path.startsWith('/')) return path
  return path === '/' ? `/${lang}` : `/${lang}${path}`
}
