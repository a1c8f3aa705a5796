import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { canArrange, canMakeCollection } from '#app/domain/collections/collections.policy.ts'
import { findCollection, listOwnCollections } from '#app/domain/collections/collections.server.ts'
import { findEntry } from '#app/domain/collections/entries.server.ts'
import { cardQuery, listCards } from '#app/domain/items/cards.server.ts'
import { collect } from '#app/http/collection-page.server.ts'
import { langOf, limitDeeds } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { allowed, found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { CollectionAdd } from '#app/ui/collection-add.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('collections.add.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, lang, item } = await openItem(args)
  const [card] = await listCards(cardQuery(db, viewer, lang).where('item.id', '=', item.id))
  return { card: found(card), collections: await listOwnCollections(db, viewer, lang) }
}

const schema = z.object({ collection: z.string('forms.required').max(20, 'forms.required') })

/** Puts the item of the address at the end of one of the collections that are offered. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, lang, item } = await openItem(args)
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const chosen = await findCollection(db, viewer, lang, form.input.collection)
  if (!chosen || !canArrange(viewer, chosen)) {
    return errorAnswer({ collection: 'forms.required' }, form.input)
  }
  const { problem, flash } = await collect(viewer, chosen.id, item.id)
  if (problem) return errorAnswer({ collection: problem }, form.input)
  const note = langPath(args.request, `/collections/${chosen.id}/entries/${item.id}`)
  return redirectTo(note, { flash })
}

export default function AddToCollection() {
  const failure = useActionData<typeof action>()
  return <CollectionAdd {...useLoaderData<typeof loader>()} failure={failure} />
}

async function openItem(args: LoaderFunctionArgs) {
  const viewer = await requireWriter(args)
  const asked = new URL(args.request.url).searchParams.get('item') ?? ''
  const item = found(await findEntry(db, viewer, asked))
  allowed(canMakeCollection(viewer))
  return { viewer, lang: langOf(args.request), item }
}
