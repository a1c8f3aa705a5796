import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { cookieFor } from '#app/http/cookies.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, redirectTo, safePath } from '#app/http/respond.server.ts'

const schema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  returnTo: z.string().optional(),
})

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, schema)
  if (!form.ok) return redirectTo('/')
  const { theme, returnTo = '/' } = form.input
  const age = theme === 'system' ? 0 : 31_536_000
  const cookies = [cookieFor('theme', theme, age)]
  return redirectTo(safePath(returnTo, '/'), { cookies, status: 303 })
}

export function loader() {
  found(null)
}
