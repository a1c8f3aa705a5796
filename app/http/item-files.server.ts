import type { AppLoadContext } from '@remix-run/node'
import { isLang } from '#app/domain/languages.ts'
import { MAX_FILE_TITLE } from '#app/domain/files/files.limits.ts'
import { storeFile } from '#app/domain/files/files.server.ts'
import type { ReadableId } from '#app/domain/items/visibility.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { z } from 'zod'
import { readForm } from './form.server.ts'
import { countTries } from './limit.server.ts'

const schema = z.object({
  title: z.string().max(MAX_FILE_TITLE, 'forms.too_long').default(''),
  file_lang: z.string().default(''),
  remove: z.string().max(20, 'forms.wrong').default(''),
})

type Answer =
  | { done: 'added'; id: string; name: string }
  | { done: 'remove'; id: string }
  | { done: null; status: number; errors: Record<string, string>; values: Record<string, string> }

/** Reads an upload for an item that the person may change, or (null) for a text not sent yet, and keeps the file. */
export async function takeUpload(
  { request, context }: { request: Request; context: AppLoadContext },
  viewer: SignedIn,
  itemId: ReadableId | null,
): Promise<Answer> {
  const form = await readForm(request, schema)
  if (!form.ok)
    return {
      done: null,
      status: 422,
      errors: form.errors,
      values: { title: String(form.values.title ?? '') },
    }
  const { title, file_lang, remove } = form.input
  if (remove) return { done: 'remove', id: remove }

  const values = { title, file_lang }
  const file = form.files.file?.[0]
  const refused = (error: string, status = 422): Answer => ({
    done: null,
    status,
    errors: { file: error },
    values,
  })
  if (!file) return refused('files.errors.none')
  if (await countTries(context, ['upload', viewer.id])) return refused('files.errors.wait', 429)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const lang = isLang(file_lang) ? file_lang : null
  const stored = await storeFile(db, viewer, { bytes, name: file.name, title, lang, itemId })
  return stored.ok ? { ...stored, done: 'added' } : refused(stored.error)
}
