import { useTranslation } from '#app/i18n/use-translation.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { EmptyState } from './empty-state.tsx'
import { FileList } from './file-list.tsx'
import { type AttachedFile, fileHref, listed } from './practice-files.ts'

/** The attachments of an item, each with the way to remove it and, for an image, to show it. */
export function PracticeFiles({ files }: { files: AttachedFile[] }) {
  const { t } = useTranslation()
  if (files.length === 0)
    return <EmptyState title={t('files.none.title')} text={t('files.none.text')} />
  return (
    <ul className="list practice-files">
      {files.map((file) => (
        <li key={file.id}>
          <FileList files={[listed(file, t)]} />
          {file.kind === 'image' ? <Snippet file={file} /> : null}
          <ConfirmButton
            label={t('files.remove')}
            about={file.title || file.name}
            name="remove"
            value={file.id}
          />
        </li>
      ))}
    </ul>
  )
}

// An image stands in the text where this line is put.
function Snippet({ file }: { file: AttachedFile }) {
  const { t } = useTranslation()
  const alt = (file.title || file.name).replace(/[[\]\\]/g, '')
  return (
    <label className="practice-snippet">
      <span>{t('files.markdown')}</span>
      <input className="control" dir="ltr" readOnly value={`![${alt}](${fileHref(file)})`} />
    </label>
  )
}
