import { data, type LoaderFunctionArgs } from '@remix-run/node'

// An address under a language that no page has, or a request that goes no further.
export function loader({ context }: LoaderFunctionArgs) {
  throw data(null, { status: context.refused ?? 404 })
}

// With a component the answer is a page, drawn by root's error boundary.
export default function Nothing() {
  return null
}
