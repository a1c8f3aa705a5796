import { Form as RemixForm } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { useLang } from '#app/i18n/use-lang.ts'
import { DISCOVERED, inLanguage } from './link.tsx'

type Props = Omit<ComponentProps<'form'>, 'action' | 'encType' | 'method' | 'ref'> & {
  to: string
  /** Where what it changes stands on this very page. */
  preventScrollReset?: boolean
}

/** A form that is sent to another address inside the site: `to` has no language, as with a link. */
export function SiteForm({ to, preventScrollReset, ...rest }: Props) {
  const sent = { ...rest, method: 'post', action: inLanguage(useLang(), to) } as const
  // As with links: each reply on a page has such a form, and the server needs no hooks for sending.
  if (import.meta.env.SSR) return <form {...sent} {...DISCOVERED} />
  return <RemixForm {...sent} preventScrollReset={preventScrollReset} />
}
