import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { redirectToLang } from '#app/http/lang-redirect.server.ts'
import { isLang } from '#app/i18n/locales.ts'

// Only the four languages: `/challenges` leads to `/ar/challenges`, anything else to a 404.
export async function loader({ request, params }: LoaderFunctionArgs) {
  return isLang(params.lang) ? null : redirectToLang(request)
}

export default function Language() {
  return <Outlet />
}
