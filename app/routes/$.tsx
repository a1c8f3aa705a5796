import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirectToLang } from '#app/http/lang-redirect.server.ts'

export function loader({ request }: LoaderFunctionArgs) {
  return redirectToLang(request)
}

// With a component the answer 404 is a page, drawn by root's error boundary.
export default function Nothing() {
  return null
}
