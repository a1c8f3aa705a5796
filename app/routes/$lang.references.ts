import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestReferences } from '#app/domain/references/references.server.ts'
import { found } from '#app/http/respond.server.ts'
import { LANGS } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

/** What the script of a text asks for while one types a name: what the asking person may read. */
export async function loader({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const lang = found(LANGS.find((one) => one === params.lang))
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  const references = viewer ? await suggestReferences(db, viewer, lang, typed) : []
  return Response.json(references, { headers: { 'Cache-Control': 'private, no-store' } })
}
