import { hasHttps } from '#app/settings.server.ts'

/**
 * What a cookie is called where it travels. Behind https the browser then takes it from this very
 * host alone, not from another one of the same domain (RFC 6265bis, section 4.1.3.2).
 */
export function cookieName(name: string) {
  return hasHttps() ? `__Host-${name}` : name
}

/** A cookie of ours as an answer sets it: not for scripts, and by https alone where the site has it. */
export function cookieFor(name: string, value: string, seconds: number) {
  const secure = hasHttps() ? '; Secure' : ''
  const rules = `Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly${secure}`
  return `${cookieName(name)}=${value}; ${rules}`
}

/** The value of one cookie of the request, or null. */
export function readCookie(request: Request, name: string) {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === cookieName(name) && value !== undefined) return value
  }
  return null
}
