import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPractice, listSections } from '#app/domain/practices/find.server.ts'
import { toHandOn } from '#app/domain/practices/parts.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { plainText } from '#app/domain/text/markdown.server.ts'
import { EXPORTS } from '#app/http/practice-exports.server.ts'
import { found } from '#app/http/respond.server.ts'
import { shortAddress } from '#app/http/share.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

const FORMS = Object.keys(EXPORTS) as (keyof typeof EXPORTS)[]

/** `/fr/practices/{id}/export?as=opsi`: a practice as other programs and forms take it in. */
export async function loader({ request, params: { id = '' }, context }: LoaderFunctionArgs) {
  const { viewer } = context
  const { pathname, searchParams } = new URL(request.url)
  const lang = langOfPath(pathname)
  const item = found(await findPractice(db, viewer, id))
  const as = found(FORMS.find((one) => one === searchParams.get('as')))
  const asked = searchParams.get('version')
  const practice = toHandOn(await viewPractice(db, item, { viewer, lang, asked }))
  const names = practice.sections.map(({ name }) => name)
  const sections = await listSections(db, item, practice.lang)
  const texts = Object.fromEntries(
    sections
      .filter(({ name }) => names.includes(name))
      .map(({ name, source }) => [name, plainText(source)]),
  )
  const { type, extension, write } = EXPORTS[as]
  return new Response(write({ id, practice, texts, address: shortAddress(id), lang }), {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="multaqa-${id}.${extension}"`,
    },
  })
}
