import type { AppLoadContext } from '@remix-run/node'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { hasHttps } from '#app/settings.server.ts'

type Around = { nonce: string; viewer: Viewer; requestId: string } & Partial<
  Pick<AppLoadContext, 'needsScript' | 'style'>
>

const dev = process.env.NODE_ENV === 'development'

const HSTS: [string, string] = ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']

/** What every answer carries, the built files and the program's own failures too. */
export function commonHeaders(): [name: string, value: string][] {
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['X-Frame-Options', 'DENY'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()'],
    // A page says more below; what is no page may load nothing and stand in no frame.
    ['Content-Security-Policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"],
    ...(hasHttps() ? [HSTS] : []),
  ]
}

/** The headers of an answer of ours; readers get pages in which no script may run at all. */
export function protectHeaders(response: Response, around: Around) {
  const { nonce, viewer, requestId, needsScript = false, style = null } = around
  const { headers } = response
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', policy(viewer || needsScript ? nonce : null, style))
  }
  for (const [name, value] of commonHeaders()) if (!headers.has(name)) headers.set(name, value)
  headers.set('X-Request-Id', requestId)
  return response
}

function policy(nonce: string | null, digest: string | null) {
  const script = nonce ? `'self' 'nonce-${nonce}'` : "'none'"
  const connect = dev ? "'self' ws:" : "'self'"
  // Vite puts styles into the page itself while developing.
  const style = dev ? "'self' 'unsafe-inline'" : digest ? `'sha256-${digest}'` : "'self'"
  return [
    "default-src 'none'",
    `script-src ${dev ? "'self' 'unsafe-inline'" : script}`,
    `style-src ${style}`,
    `connect-src ${connect}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join('; ')
}
