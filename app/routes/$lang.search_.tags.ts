import type { ActionFunctionArgs } from '@remix-run/node'
import { suggestTags } from '#app/domain/search/suggest-tags.server.ts'
import { listTags } from '#app/domain/tags/tags.server.ts'
import { canWrite } from '#app/domain/users/users.policy.ts'
import { readFormData } from '#app/http/form.server.ts'
import { found } from '#app/http/respond.server.ts'
import { LANGS } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

/**
 * What the script of a form asks for while one writes: the tags that the text names, its title being
 * the first line. Posted, so that no log of addresses holds what is not published.
 */
export async function action({ request, params, context: { viewer } }: ActionFunctionArgs) {
  const lang = found(LANGS.find((one) => one === params.lang))
  if (!viewer) return new Response(null, { status: 401 })
  if (!canWrite(viewer)) return new Response(null, { status: 403 })
  const [title = '', ...rest] = String((await readFormData(request)).get('q') ?? '').split('\n')
  const written = { title, text: rest.join('\n'), filed: [] }
  const suggested = await suggestTags(db, await listTags(db, lang), written)
  return Response.json(suggested, { headers: { 'Cache-Control': 'private, no-store' } })
}

export function loader() {
  found(null)
}
