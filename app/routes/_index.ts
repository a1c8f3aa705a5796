import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { preferredLang } from '#app/http/preferred-lang.server.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return redirect(`/${preferredLang(request)}`, { headers: { Vary: 'Cookie, Accept-Language' } })
}
