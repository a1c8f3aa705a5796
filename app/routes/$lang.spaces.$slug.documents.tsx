import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { documentSchema } from '#app/domain/documents/documents.schema.server.ts'
import { addDocument, listDocuments } from '#app/domain/documents/documents.server.ts'
import { inspectFile } from '#app/domain/files/inspect.server.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { canWriteInSpace } from '#app/domain/spaces/spaces.policy.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { countTries } from '#app/http/limit.server.ts'
import { openSpace, openSpaceAs, standingIn, toSpace } from '#app/http/space.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { DocumentForm, DocumentList } from '#app/ui/space-documents.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('spaces.tabs.documents'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const space = await openSpace(args)
  const after = readCursor(new URL(args.request.url).searchParams.get('after'))
  return {
    slug: space.slug,
    documents: await listDocuments(db, args.context.viewer, space.id, { after }),
    paged: after !== undefined,
    mayAdd: canWriteInSpace(args.context.viewer, standingIn(space)),
    audience: await audienceOf(db, space),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canWriteInSpace)
  const form = await readForm(args.request, documentSchema)
  const sent = form.files.file?.[0]
  const errors: Record<string, string> = form.ok ? {} : form.errors
  if (!sent) errors.file = 'documents.errors.file'
  const values = form.ok ? form.input : form.values
  if (!form.ok || !sent) return data({ errors, values }, { status: 422 })
  if (await countTries(args.context, ['upload', viewer.id])) {
    return data({ errors: { file: 'files.errors.wait' }, values }, { status: 429 })
  }

  const file = await inspectFile(new Uint8Array(await sent.arrayBuffer()), sent.name)
  if (!file.ok) {
    return data({ errors: { file: `files.errors.${file.reason}` }, values }, { status: 422 })
  }
  await addDocument(db, viewer, space, { ...form.input, file, name: sent.name })
  return toSpace(args.request, space, '/documents', 'document_added')
}

export default function Documents() {
  const { slug, documents, paged, mayAdd, audience } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()

  return (
    <div className="stack-large">
      {documents.rows.length ? (
        <DocumentList documents={documents.rows} />
      ) : (
        <EmptyState title={t('documents.empty')} />
      )}
      <Pager
        newer={paged ? `/spaces/${slug}/documents` : null}
        older={documents.next && `/spaces/${slug}/documents?after=${documents.next}`}
      />
      {mayAdd ? (
        <DocumentForm audience={audience} values={failure?.values} errors={failure?.errors} />
      ) : null}
    </div>
  )
}
