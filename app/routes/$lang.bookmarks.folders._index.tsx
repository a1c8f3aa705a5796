import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FOLDERS_MAX } from '#app/domain/bookmarks/bookmarks.limits.ts'
import { folderSchema } from '#app/domain/bookmarks/bookmarks.schema.server.ts'
import { listFolders, makeFolder } from '#app/domain/bookmarks/folders.server.ts'
import { folderPath } from '#app/domain/bookmarks/folders.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { limitDeeds } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { FolderForm } from '#app/ui/folder-form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('bookmarks.folders.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  return { folders: await listFolders(db, await requireViewer(args)) }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args)
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, folderSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const { name } = form.input
  const id = await db.transaction().execute((trx) => makeFolder(trx, viewer, name))
  if (id === undefined) return errorAnswer({ name: 'bookmarks.errors.too_many' }, form.input)
  return redirectTo(langPath(args.request, folderPath(id)), { flash: 'folder_made' })
}

export default function Folders() {
  const { folders } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('bookmarks.folders.title')}
        lead={t('bookmarks.folders.lead', { max: FOLDERS_MAX })}
        breadcrumbs={[{ to: '/bookmarks', label: t('bookmarks.title') }]}
      />
      {folders.length ? (
        <ul className="list">
          {folders.map(({ id, name }) => (
            <li key={id}>
              <Link to={`/bookmarks/folders/${id}`}>
                <bdi>{name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <FolderForm failure={failure} submit={t('bookmarks.folders.make')} />
    </div>
  )
}
