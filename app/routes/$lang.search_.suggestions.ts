import type { LoaderFunctionArgs } from '@remix-run/node'
import { cleanQuery } from '#app/domain/search/search.server.ts'
import { suggest } from '#app/domain/search/suggest.server.ts'
import { found } from '#app/http/respond.server.ts'
import { LANGS } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

/** What the script of the search box asks for while one types: what the asking person may read. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const lang = found(LANGS.find((one) => one === params.lang))
  const q = cleanQuery(new URL(request.url).searchParams.get('q'))
  const suggestions = await suggest(db, context.viewer, lang, q)
  return Response.json(suggestions, { headers: { 'Cache-Control': 'private, no-store' } })
}
