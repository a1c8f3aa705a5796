import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cleanQuery } from '#app/domain/search/search.server.ts'
import { VOCABULARY_PAGES_MAX } from '#app/domain/search/vocabulary.limits.ts'
import { listVocabulary } from '#app/domain/search/vocabulary.server.ts'
import { readAddedName } from '#app/http/added-name.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { VocabularyPage } from '#app/ui/vocabulary-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('thesaurus.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  await requireFacilitator(args)
  const { pathname, searchParams } = new URL(args.request.url)
  const q = cleanQuery(searchParams.get('q'))
  const page = pageOf(searchParams.get('page'))
  const found = await listVocabulary(db, langOfPath(pathname), { q, page })
  return { q, page, added: readAddedName(args.request), ...found }
}

export default function Thesaurus() {
  return <VocabularyPage {...useLoaderData<typeof loader>()} />
}

function pageOf(value: string | null) {
  const page = Number(value ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= VOCABULARY_PAGES_MAX ? page : 1
}
