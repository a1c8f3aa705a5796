import type { LoaderFunctionArgs } from '@remix-run/node'
import { cleanQuery } from '#app/domain/search/search.server.ts'
import { findSimilar } from '#app/domain/search/similar.server.ts'
import { found } from '#app/http/respond.server.ts'
import { LANGS } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

/** What the script of a form asks for while a title is written: what the asking person may read. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const lang = found(LANGS.find((one) => one === params.lang))
  const title = cleanQuery(new URL(request.url).searchParams.get('q'))
  const similar = await findSimilar(db, context.viewer, lang, title)
  return Response.json(similar, { headers: { 'Cache-Control': 'private, no-store' } })
}
