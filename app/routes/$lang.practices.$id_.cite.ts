import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPractice } from '#app/domain/practices/find.server.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { CITATIONS } from '#app/http/citation.server.ts'
import { found } from '#app/http/respond.server.ts'
import { shortAddress } from '#app/http/share.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

/** `/fr/practices/{id}/cite?as=bibtex`: a practice as a program for references takes it in. */
export async function loader({ request, params: { id = '' }, context }: LoaderFunctionArgs) {
  const { viewer } = context
  const { pathname, searchParams } = new URL(request.url)
  const lang = langOfPath(pathname)
  const item = found(await findPractice(db, viewer, id))
  const as = found((['bibtex', 'ris'] as const).find((one) => one === searchParams.get('as')))
  const asked = searchParams.get('version')
  const practice = await viewPractice(db, item, { viewer, lang, asked })
  const { type, extension, write } = CITATIONS[as]
  return new Response(write({ id, practice, address: shortAddress(id), lang }), {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="multaqa-${id}.${extension}"`,
    },
  })
}
