import type { Viewer } from '#app/domain/users/viewer.ts'
import { settings } from '#app/settings.server.ts'

type Around = { nonce: string; viewer: Viewer; requestId: string; needsScript?: boolean }

const dev = process.env.NODE_ENV === 'development'

/** The headers that every answer carries; readers get pages in which no script may run at all. */
export function protectHeaders(response: Response, around: Around) {
  const { nonce, viewer, requestId, needsScript = false } = around
  const { headers } = response
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', policy(viewer || needsScript ? nonce : null))
  }
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('X-Frame-Options', 'DENY')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
  headers.set('X-Request-Id', requestId)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
  if (settings().PUBLIC_URL?.startsWith('https:')) {
    headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  }
  return response
}

function policy(nonce: string | null) {
  const script = nonce ? `'self' 'nonce-${nonce}'` : "'none'"
  const connect = dev ? "'self' ws:" : "'self'"
  // Vite puts styles into the page itself while developing.
  const style = dev ? "'self' 'unsafe-inline'" : "'self'"
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
