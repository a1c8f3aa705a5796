import { redirect } from '@remix-run/node'
import { preferredLang } from './preferred-lang.server.ts'
import { found } from './respond.server.ts'

const PAGES =
  /^\/(challenges|threads|practices|tools|spaces|search|tags|collectivities|people|charter|about|privacy|accessibility|login|signup|settings)(\/|$)/

/** Sends an address without its language, as a mention carries it, to the visitor's; 404 for others. */
export function redirectToLang(request: Request) {
  const { pathname, search } = new URL(request.url)
  found(PAGES.test(pathname) || null)
  return redirect(`/${preferredLang(request)}${pathname}${search}`, {
    headers: { Vary: 'Cookie, Accept-Language' },
  })
}
