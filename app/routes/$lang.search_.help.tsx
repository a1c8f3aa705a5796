import { useLoaderData } from '@remix-run/react'
import { findExamples } from '#app/domain/search/help.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { SearchHelpPage } from '#app/ui/search-help-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('search_help.title'),
  description: (t) => t('search_help.lead'),
}

export function loader() {
  return findExamples(db)
}

export default function SearchHelp() {
  return <SearchHelpPage found={useLoaderData<typeof loader>()} />
}
