import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { langPath } from '#app/http/respond.server.ts'

// Tools are a part of the library, under a heading of their own.
export function loader({ request }: LoaderFunctionArgs) {
  const search = new URLSearchParams(new URL(request.url).searchParams)
  search.set('kind', 'tool')
  return redirect(`${langPath(request, '/practices')}?${search}`, 301)
}

// With a component the redirect is followed as a page.
export default function Tools() {
  return null
}
