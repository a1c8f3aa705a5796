import { Link as RemixLink } from '@remix-run/react'
import { type ComponentProps } from 'react'
import { useLang } from '#app/i18n/use-lang.ts'

type Props = Omit<ComponentProps<typeof RemixLink>, 'to'> & { to: string }

/** A link inside the site: `to` has no language, the address gets the reader's. */
export function Link({ to, ...rest }: Props) {
  const lang = useLang()
  return <RemixLink prefetch="none" {...rest} to={inLanguage(lang, to)} />
}

/** Puts the language before a path of ours; `#…` and `?…` stay on the page they are on. */
export function inLanguage(lang: string, path: string) {
  if (!path.startsWith('/')) return path
  return path === '/' ? `/${lang}` : `/${lang}${path}`
}
