import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  findPractice,
  type FoundPractice,
  listSections,
} from '#app/domain/practices/find.server.ts'
import { toHandOn } from '#app/domain/practices/parts.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { plainText } from '#app/domain/text/markdown.server.ts'
import { DOCUMENTS, paperFor } from '#app/http/practice-documents.server.ts'
import { type Exported, EXPORTS } from '#app/http/practice-exports.server.ts'
import { found } from '#app/http/respond.server.ts'
import { shortAddress } from '#app/http/share.server.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

const FORMS = { ...DOCUMENTS, ...EXPORTS }
const NAMES = Object.keys(FORMS) as (keyof typeof FORMS)[]

/** `/fr/practices/{id}/export?as=opsi`: a practice as other programs and forms take it in, or as a document. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = args.context
  const { pathname, searchParams } = new URL(args.request.url)
  const lang = langOfPath(pathname)
  const item = found(await findPractice(db, viewer, args.params.id ?? ''))
  const as = found(NAMES.find((one) => one === searchParams.get('as')))
  const asked = searchParams.get('version')
  const practice = toHandOn(await viewPractice(db, item, { viewer, lang, asked }))
  const shown = { item, practice, lang }
  const { type, extension } = FORMS[as]
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="multaqa-${item.id}.${extension}"`,
  }
  if (as in DOCUMENTS) {
    const { write } = DOCUMENTS[as as keyof typeof DOCUMENTS]
    const file = await write(await paperFor(args, shown), args)
    return new Response(new Uint8Array(file), { headers })
  }
  const { write } = EXPORTS[as as keyof typeof EXPORTS]
  headers['Content-Type'] += '; charset=utf-8'
  return new Response(write(await textsOf(shown)), { headers })
}

type Shown = { item: FoundPractice; practice: Exported['practice']; lang: Exported['lang'] }

async function textsOf({ item, practice, lang }: Shown): Promise<Exported> {
  const names = practice.sections.map(({ name }) => name)
  const sections = await listSections(db, item, practice.lang)
  const texts = Object.fromEntries(
    sections
      .filter(({ name }) => names.includes(name))
      .map(({ name, source }) => [name, plainText(source)]),
  )
  return { id: item.id, practice, texts, address: shortAddress(item.id), lang }
}
