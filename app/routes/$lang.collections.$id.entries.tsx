import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  findCandidates,
  findEntry,
  listEntries,
  putBefore,
  removeEntry,
} from '#app/domain/collections/entries.server.ts'
import { collect, openToArrange } from '#app/http/collection-page.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { CollectionEntries } from '#app/ui/collection-entries.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('collections.entries.title'),
  robots: 'noindex',
}

const QUERY_MAX = 200

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, lang, collection } = await openToArrange(args)
  const { id, title } = collection
  const query = new URL(args.request.url).searchParams.get('q') ?? ''
  const words = query.trim().slice(0, QUERY_MAX).toWellFormed()
  return {
    collection: { id, title, lang: collection.lang },
    entries: await listEntries(db, viewer, lang, id),
    words,
    candidates: await findCandidates(db, viewer, lang, { collectionId: id, words }),
  }
}

// One of them: what comes in by its address, what goes out, or what goes `before` another.
const schema = z.object({
  address: z.string().max(2000, 'forms.too_long').optional(),
  remove: z.string().max(20, 'forms.wrong').optional(),
  item: z.string().max(20, 'forms.wrong').default(''),
  before: z.string().max(20, 'forms.wrong').optional(),
})

type Opened = Awaited<ReturnType<typeof openToArrange>>

/** Adds an entry, takes one out, or changes the order. */
export async function action(args: ActionFunctionArgs) {
  const opened = await openToArrange(args)
  const { viewer, collection } = opened
  const form = await readForm(args.request, schema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const { address, remove, item, before } = form.input
  const here = langPath(args.request, `/collections/${collection.id}/entries`)
  if (remove !== undefined) {
    await takeOut(opened, remove)
    return redirectTo(here, { flash: 'entry_removed' })
  }
  if (before !== undefined) {
    const wish = { item, before }
    await db.transaction().execute((trx) => putBefore(trx, viewer, collection.id, wish))
    return redirectTo(`${here}#entry-${item.replace(/\W/g, '')}`)
  }
  const { problem, flash } = await takeIn(opened, address ?? '')
  if (problem) return errorAnswer({ address: problem }, form.input)
  return redirectTo(here, { flash })
}

export default function Entries() {
  const failure = useActionData<typeof action>()
  return <CollectionEntries {...useLoaderData<typeof loader>()} failure={failure} />
}

// What is not there, or not for this viewer, is out already.
async function takeOut({ viewer, collection }: Opened, id: string) {
  const entry = await findEntry(db, viewer, id)
  if (entry) await removeEntry(db, collection.id, entry.id)
}

async function takeIn({ viewer, collection }: Opened, address: string) {
  const entry = await findEntry(db, viewer, address)
  if (!entry) return { problem: 'collections.errors.no_entry' }
  return collect(viewer, collection.id, entry.id)
}
