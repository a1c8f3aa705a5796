import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { itemPath } from '#app/domain/items/paths.ts'
import { openCollectionAt, showCollection } from '#app/http/collection-page.server.ts'
import { canonical } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { CollectionPage } from '#app/ui/collection-page.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { collection }) => collection.title,
  description: (_, { collection }) => collection.lead,
}

export async function loader(args: LoaderFunctionArgs) {
  const opened = await openCollectionAt(args)
  canonical(args.request, args.params.slug, itemPath(opened.collection))
  return showCollection(args.context.viewer, opened)
}

export default function Collection() {
  return <CollectionPage {...useLoaderData<typeof loader>()} />
}
