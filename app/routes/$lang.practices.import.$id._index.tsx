import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findCollectivity } from '#app/domain/collectivities/collectivities.server.ts'
import { isTarget } from '#app/domain/imports/fields.ts'
import { canImportFor } from '#app/domain/imports/imports.policy.ts'
import { listRows } from '#app/domain/imports/imports.server.ts'
import { chooseMapping } from '#app/domain/imports/make.server.ts'
import { isLang } from '#app/domain/languages.ts'
import { readForm } from '#app/http/form.server.ts'
import { importWords } from '#app/http/import-words.server.ts'
import { openImport, targetsOf } from '#app/http/practice-import.server.ts'
import { practiceOptions } from '#app/http/practice-form.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ImportMappingPage } from '#app/ui/import-mapping.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('practices.import.mapping.title'),
  robots: 'noindex',
}

const EXAMPLES = 3

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, found } = await openImport(args)
  const rows = await listRows(db, viewer, found.id, { limit: EXAMPLES })
  const columns = found.columns.map((name, at) => ({
    name,
    target: found.mapping[at] ?? 'rest',
    examples: rows.map(({ cells }) => cells[at] ?? '').filter(Boolean),
  }))
  const { places } = await practiceOptions(args.request, viewer, {
    collectivity: found.collectivity_code ?? '',
  })
  return { found, columns, places }
}

const schema = z.object({
  target: z.array(z.string().max(40)).max(100),
  lang: z.string().default(''),
  collectivity: z.string().max(20).default(''),
})

/** Keeps what was chosen, and leads to what it makes of each row. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, found } = await openImport(args)
  const form = await readForm(args.request, schema)
  const typed = form.ok ? form.input : { target: [], lang: '', collectivity: '' }
  const place = await findCollectivity(db, typed.collectivity)
  const choice = {
    mapping: targetsOf(typed.target, found.columns, isTarget),
    lang: isLang(typed.lang) ? typed.lang : found.lang,
    collectivity: place && canImportFor(viewer, place.code) ? place.code : '',
  }
  await chooseMapping(db, viewer, found, { choice, words: importWords() })
  return redirectTo(langPath(args.request, `/practices/import/${found.id}/check`))
}

export default function ImportMapping() {
  return <ImportMappingPage {...useLoaderData<typeof loader>()} />
}
