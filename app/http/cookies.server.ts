import { settings } from '#app/settings.server.ts'

/** A cookie of ours as an answer sets it: not for scripts, and by https alone where the site has it. */
export function cookieFor(name: string, value: string, seconds: number) {
  const secure = settings().PUBLIC_URL?.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly${secure}`
}

/** The value of one cookie of the request, or null. */
export function readCookie(request: Request, name: string) {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value !== undefined) return value
  }
  return null
}
