import type { TFunction } from 'i18next'
import type { Lang } from '#db/schema.ts'
import type { ListedFile } from './file-list.tsx'

export type AttachedFile = {
  id: string
  name: string
  title: string
  lang: Lang | null
  kind: 'image' | 'document'
  mime: string
  size: number
}

/** An attachment as a list shows it: by its title, else its name, with its kind. */
export function listed({ lang, size, ...file }: AttachedFile, t: TFunction): ListedFile {
  return {
    href: fileHref(file),
    title: file.title || file.name,
    lang: lang ?? undefined,
    type:
      file.kind === 'image'
        ? t('files.image')
        : (/[^.]+$/.exec(file.name)?.[0] ?? '').toUpperCase(),
    bytes: size,
  }
}

/** The address of a file: the same in every language. */
export function fileHref({ id, name }: Pick<AttachedFile, 'id' | 'name'>) {
  return `/files/${id}/${encodeURIComponent(name)}`
}

/** Those that stand in none of these texts: a picture that does is there already. */
export function besideTexts(files: AttachedFile[], texts: { html: string }[]) {
  const shown = ({ id }: AttachedFile) => texts.some(({ html }) => html.includes(`/files/${id}/`))
  return files.filter((file) => file.kind !== 'image' || !shown(file))
}
