import { found } from '#app/http/respond.server.ts'

// An address under a language that no page has.
export function loader() {
  return found(null)
}

// With a component the answer 404 is a page, drawn by root's error boundary.
export default function Nothing() {
  return null
}
