import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SAVED_QUERY_MAX } from '#app/domain/search/saved.limits.ts'
import { listSaved, normalQuery, saveSearch } from '#app/domain/search/saved.server.ts'
import { langOf, limitDeeds } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { SavedSearchesPage } from '#app/ui/saved-searches-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('searches.title'), robots: 'noindex' }

const schema = z.object({ query: z.string('searches.errors.query').max(10 * SAVED_QUERY_MAX, 'searches.errors.query') }) // prettier-ignore

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  // What one wanted to save before one had signed in.
  const kept = await takeKeptForm(args.request, viewer.id)
  return {
    searches: await listSaved(db, viewer, langOf(args.request)),
    pending: kept?.query?.[0] ? normalQuery(new URLSearchParams(kept.query[0])) : null,
  }
}

/** Keeps the search of the results page that posts it, and goes back there. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  const query = form.ok ? normalQuery(new URLSearchParams(form.input.query)) : null
  if (!query) return data({ error: 'searches.errors.query', query }, { status: 422 })
  if (!(await saveSearch(db, viewer, query))) {
    return data({ error: 'searches.errors.full', query }, { status: 422 })
  }
  return redirectTo(langPath(args.request, `/search?${query}`), { flash: 'search_saved' })
}

export default function SavedSearches() {
  const { searches, pending } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  return (
    <SavedSearchesPage
      searches={searches}
      pending={failure?.query ?? pending}
      error={failure?.error}
    />
  )
}
