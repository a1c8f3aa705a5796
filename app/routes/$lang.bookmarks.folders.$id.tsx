import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { folderSchema } from '#app/domain/bookmarks/bookmarks.schema.server.ts'
import { deleteFolder, listFolders, renameFolder } from '#app/domain/bookmarks/folders.server.ts'
import { folderPath } from '#app/domain/bookmarks/folders.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { limitDeeds } from '#app/http/conversation.server.ts'
import { readForm, readFormData } from '#app/http/form.server.ts'
import { errorAnswer } from '#app/http/limit.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { FolderForm } from '#app/ui/folder-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('bookmarks.folders.edit'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  return { folder: (await openFolder(args)).folder }
}

/** Renames a folder, or deletes it. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, folder } = await openFolder(args)
  await limitDeeds(args, viewer)
  if ((await readFormData(args.request.clone())).has('delete')) {
    await deleteFolder(db, viewer, folder.id)
    return redirectTo(langPath(args.request, '/bookmarks'), { flash: 'folder_deleted' })
  }
  const form = await readForm(args.request, folderSchema)
  if (!form.ok) return errorAnswer(form.errors, form.values)
  const { name } = form.input
  const done = await db.transaction().execute((trx) => renameFolder(trx, viewer, folder.id, name))
  if (!done) return errorAnswer({ name: 'bookmarks.errors.taken' }, form.input)
  return redirectTo(langPath(args.request, folderPath(folder.id)), { flash: 'saved' })
}

export default function Folder() {
  const { folder } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      <PageTitle
        title={t('bookmarks.folders.edit')}
        breadcrumbs={[
          { to: '/bookmarks', label: t('bookmarks.title') },
          { to: folderPath(folder.id), label: folder.name },
        ]}
      />
      <FolderForm name={folder.name} failure={failure} submit={t('forms.save')} />
      <Section title={t('bookmarks.folders.delete')}>
        <form method="post" className="stack">
          <p>{t('bookmarks.folders.delete_text')}</p>
          <div>
            <Button name="delete" value="1" variant="danger">
              {t('bookmarks.folders.delete')}
            </Button>
          </div>
        </form>
      </Section>
    </div>
  )
}

async function openFolder(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const folders = await listFolders(db, viewer)
  return { viewer, folder: found(folders.find(({ id }) => id === args.params.id)) }
}
